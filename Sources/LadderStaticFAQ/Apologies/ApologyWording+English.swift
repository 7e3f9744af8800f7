import LadderCore

extension ApologyWording {
    /// The standard wording in English.
    public static let english = ApologyWording(
        [
            .throttled: Apology(
                "I am sorry, too many questions are coming in at the moment. Please try again in a little while.",
                withWait: "I am sorry, too many questions are coming in at the moment. Please try again in {wait}."),
            .quotaExhausted: Apology(
                "I am sorry, I have used up what I may use for now. Please try again later.",
                withWait: "I am sorry, I have used up what I may use for now. I can answer again in {wait} ({moment})."),
            .overloaded: Apology(
                "I am sorry, the service I rely on is too busy. Please try again in a little while.",
                withWait: "I am sorry, the service I rely on is too busy. Please try again in {wait}."),
            .server: Apology(
                "I am sorry, the service I rely on has failed. Please try again in a little while.",
                withWait: "I am sorry, the service I rely on has failed. Please try again in {wait}."),
            .unreachable: "I am sorry, I cannot reach the service I rely on. Please try again in a little while.",
            .timedOut: "I am sorry, the answer took too long. Please try again.",
            .invalidOutput: "I am sorry, I could not put together a proper answer. Please try again.",
            .contextTooLong: "I am sorry, this conversation has become too long for me. Please start a new one.",
            .requestTooLarge: "I am sorry, your message is too large for me. Please send a shorter one.",
            .contentFiltered: "I am sorry, I cannot answer that.",
            .unauthorized: "I am sorry, I am not set up correctly. Please tell the people who run this service.",
            .modelNotFound: "I am sorry, I am not set up correctly. Please tell the people who run this service.",
            .invalidRequest: "I am sorry, I could not make use of that request.",
            .budgetExhausted: Apology(
                "I am sorry, the budget for answers is used up. Please try again later.",
                withWait: "I am sorry, the budget for answers is used up. It is renewed in {wait} ({moment})."),
            .circuitOpen: Apology(
                "I am sorry, the service I rely on is having trouble. Please try again in a little while.",
                withWait: "I am sorry, the service I rely on is having trouble. Please try again in {wait}."),
            .attemptsExhausted: Apology(
                "I am sorry, I could not get an answer. Please try again in a little while.",
                withWait: "I am sorry, I could not get an answer. Please try again in {wait}."),
            .deadlineExceeded: Apology(
                "I am sorry, I could not answer in time. Please try again.",
                withWait: "I am sorry, I could not answer in time. Please try again in {wait}."),
        ], otherwise: "I am sorry, I cannot answer right now. Please try again in a little while.")
}
