extension TokenTable {
    static let json = TokenTable(
        language: "JSON", script: "JSON", separator: "\n",
        passages: [
            "{\"ok\":true,\"count\":3}",
            "[1, 2.5, \"three\", null, false]",
            """
            {"order": {"id": "A-10293", "customer": {"name": "Mara Lindqvist", "email": \
            "mara@example.org"}, "lines": [{"sku": "LAMP-04", "quantity": 2, "price": 39.9}, {"sku": \
            "BULB-11", "quantity": 6, "price": 4.25}], "paid": true, "note": null}}
            """,
            """
            {
              "order": {
                "id": "A-10293",
                "customer": {
                  "name": "Mara Lindqvist",
                  "email": "mara@example.org"
                },
                "lines": [
                  {
                    "sku": "LAMP-04",
                    "quantity": 2,
                    "price": 39.9
                  },
                  {
                    "sku": "BULB-11",
                    "quantity": 6,
                    "price": 4.25
                  }
                ],
                "paid": true,
                "note": null
              }
            }
            """,
            """
            {"name":"get_weather","description":"Returns the weather at a \
            place.","parameters":{"type":"object","properties":{"city":{"type":"string","description":"The\
             name of the city"},"unit":{"type":"string","enum":["celsius","fahrenheit"]},"days":{"type":"i\
            nteger","minimum":1,"maximum":7}},"required":["city"],"additionalProperties":false}}
            """,
            """
            {
              "name": "get_weather",
              "description": "Returns the weather at a place.",
              "parameters": {
                "type": "object",
                "properties": {
                  "city": {
                    "type": "string",
                    "description": "The name of the city"
                  },
                  "unit": {
                    "type": "string",
                    "enum": [
                      "celsius",
                      "fahrenheit"
                    ]
                  },
                  "days": {
                    "type": "integer",
                    "minimum": 1,
                    "maximum": 7
                  }
                },
                "required": [
                  "city"
                ],
                "additionalProperties": false
              }
            }
            """,
            """
            {"device":"pump-7","readings":[{"t":1718000000,"pressure":2.1,"ok":true},{"t":1718000060,"pres\
            sure":2.137,"ok":true},{"t":1718000120,"pressure":2.174,"ok":true},{"t":1718000180,"pressure":\
            2.211,"ok":true},{"t":1718000240,"pressure":2.248,"ok":false},{"t":1718000300,"pressure":2.285\
            ,"ok":true},{"t":1718000360,"pressure":2.322,"ok":true},{"t":1718000420,"pressure":2.359,"ok":\
            true},{"t":1718000480,"pressure":2.396,"ok":true},{"t":1718000540,"pressure":2.433,"ok":false}\
            ,{"t":1718000600,"pressure":2.47,"ok":true},{"t":1718000660,"pressure":2.507,"ok":true}]}
            """,
            """
            {
                "device": "pump-7",
                "readings": [
                    {
                        "t": 1718000000,
                        "pressure": 2.1,
                        "ok": true
                    },
                    {
                        "t": 1718000060,
                        "pressure": 2.137,
                        "ok": true
                    },
                    {
                        "t": 1718000120,
                        "pressure": 2.174,
                        "ok": true
                    },
                    {
                        "t": 1718000180,
                        "pressure": 2.211,
                        "ok": true
                    },
                    {
                        "t": 1718000240,
                        "pressure": 2.248,
                        "ok": false
                    },
                    {
                        "t": 1718000300,
                        "pressure": 2.285,
                        "ok": true
                    },
                    {
                        "t": 1718000360,
                        "pressure": 2.322,
                        "ok": true
                    },
                    {
                        "t": 1718000420,
                        "pressure": 2.359,
                        "ok": true
                    },
                    {
                        "t": 1718000480,
                        "pressure": 2.396,
                        "ok": true
                    },
                    {
                        "t": 1718000540,
                        "pressure": 2.433,
                        "ok": false
                    },
                    {
                        "t": 1718000600,
                        "pressure": 2.47,
                        "ok": true
                    },
                    {
                        "t": 1718000660,
                        "pressure": 2.507,
                        "ok": true
                    }
                ]
            }
            """,
            """
            {"logging": {"level": "info", "format": "json", "targets": ["stdout", "/var/log/app.log"]}, \
            "database": {"host": "db.internal", "port": 5432, "pool": {"min": 2, "max": 16}}, "features": \
            {"darkMode": true, "betaSearch": false}}
            """,
            """
            {
                "logging": {
                    "level": "info",
                    "format": "json",
                    "targets": [
                        "stdout",
                        "/var/log/app.log"
                    ]
                },
                "database": {
                    "host": "db.internal",
                    "port": 5432,
                    "pool": {
                        "min": 2,
                        "max": 16
                    }
                },
                "features": {
                    "darkMode": true,
                    "betaSearch": false
                }
            }
            """,
        ],
        counts: [
            Count(first: 0, passages: 1, o200k: 9, cl100k: 9),
            Count(first: 1, passages: 1, o200k: 15, cl100k: 15),
            Count(first: 2, passages: 1, o200k: 94, cl100k: 94),
            Count(first: 3, passages: 1, o200k: 127, cl100k: 127),
            Count(first: 4, passages: 1, o200k: 78, cl100k: 76),
            Count(first: 5, passages: 1, o200k: 145, cl100k: 145),
            Count(first: 6, passages: 1, o200k: 216, cl100k: 216),
            Count(first: 7, passages: 1, o200k: 367, cl100k: 368),
            Count(first: 8, passages: 1, o200k: 75, cl100k: 75),
            Count(first: 9, passages: 1, o200k: 106, cl100k: 106),
            Count(first: 4, passages: 3, o200k: 369, cl100k: 367),
            Count(first: 0, passages: 5, o200k: 472, cl100k: 470),
            Count(first: 0, passages: 5, repeats: 3, o200k: 1416, cl100k: 1410),
            Count(first: 5, passages: 3, o200k: 618, cl100k: 619),
            Count(first: 1, passages: 5, o200k: 760, cl100k: 761),
            Count(first: 1, passages: 5, repeats: 2, o200k: 1520, cl100k: 1522),
        ])
}
