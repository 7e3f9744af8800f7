"""Checks that a server answers the `openai` package as OpenAI does. The argument is its base URL."""

import json
import sys
import urllib.request

import openai

url = sys.argv[1]
client = openai.OpenAI(base_url=url, api_key="none", max_retries=0, timeout=60)
question = [{"role": "user", "content": "What is the weight of the blue tent?"}]
tool = {
    "type": "function",
    "function": {
        "name": "weight",
        "description": "Looks up the weight of an article.",
        "parameters": {"type": "object", "properties": {"article": {"type": "string"}}, "required": ["article"]},
    },
}


def check(condition, what):
    if not condition:
        sys.exit(f"FAILED: {what}")
    print(f"ok: {what}")


names = [model.id for model in client.models.list()]
check(names == ["large", "small"], "models are listed")
check(client.models.retrieve("small").id == "small", "a model is found")

raw = client.chat.completions.with_raw_response.create(model="gpt-4o", messages=question)
whole = raw.parse()
check("blue tent" in whole.choices[0].message.content, "a whole answer")
check(whole.choices[0].finish_reason == "stop", "it has a finish reason")
check(whole.usage.total_tokens == whole.usage.prompt_tokens + whole.usage.completion_tokens, "it has the usage")
check(raw.headers["x-ladder-level"] in ("primary", "exactCache"), "it has a level")
check(float(raw.headers["x-ladder-cost"]) >= 0, "it has a cost")

text, usage, reason = "", None, None
for chunk in client.chat.completions.create(
    model="large", messages=[{"role": "user", "content": "And its price?"}], stream=True,
    stream_options={"include_usage": True},
):
    usage = chunk.usage or usage
    for choice in chunk.choices:
        text += choice.delta.content or ""
        reason = choice.finish_reason or reason
check("price" in text and reason == "stop", "a streamed answer")
check(usage is not None and usage.completion_tokens > 0, "it ends with the usage")

called = client.chat.completions.create(model="large", messages=question, tools=[tool], tool_choice="required")
call = called.choices[0].message.tool_calls[0]
check(called.choices[0].finish_reason == "tool_calls" and call.function.name == "weight", "a tool is called")
check("article" in json.loads(call.function.arguments), "its arguments follow the schema")
result = {"role": "tool", "tool_call_id": call.id, "content": "2.4 kg"}
answer = client.chat.completions.create(
    model="large", messages=question + [called.choices[0].message, result], tools=[tool])
check(answer.choices[0].message.content, "the result of a tool is answered")

with client.chat.completions.stream(model="large", messages=question, tools=[tool], tool_choice="required") as stream:
    streamed = stream.get_final_completion()
check(streamed.choices[0].message.tool_calls[0].function.name == "weight", "a tool is called in a stream")

formed = client.chat.completions.create(
    model="large", messages=question,
    response_format={"type": "json_schema", "json_schema": {
        "name": "answer", "strict": True, "schema": {
            "type": "object", "properties": {"kilograms": {"type": "number"}}, "required": ["kilograms"],
            "additionalProperties": False}}})
check("kilograms" in json.loads(formed.choices[0].message.content), "an answer in JSON")

try:
    client.chat.completions.create(model="large", messages=question, temperature="hot")
    check(False, "a wrong field is refused")
except openai.BadRequestError as error:
    check(error.param == "temperature", "a wrong field is refused")
try:
    client.models.retrieve("no-such-model")
    check(False, "an unknown model is an error")
except openai.NotFoundError as error:
    check(error.code == "model_not_found", "an unknown model is an error")

root = url.removesuffix("/v1")
start = urllib.request.Request(root + "/scenario/long-outage", method="POST")
check(json.load(urllib.request.urlopen(start, timeout=10))["name"] == "long-outage", "a scenario is started")
with urllib.request.urlopen(root + "/live", timeout=10) as live:
    event = json.loads(live.readline().removeprefix(b"data: "))
check(event["scenario"]["name"] == "long-outage" and event["total"]["calls"] >= 6, "the live page knows of it")
