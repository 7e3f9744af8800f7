extension TokenTable {
    static let randomCharacters = TokenTable(
        language: "Base64, hex and random letters", script: "Base64, hex and random letters", separator: "\n",
        passages: [
            "RQ0hOGND+5NU",
            "cSGzgVGljOlJgvVqhnmj",
            "vhJlXc5SjqfAVoc6GLjnNYHJvofAvEq4qSnidVoYl4GeoAARcUyU3dW6GEP6dBcLGwG1mza2ctOaRGi7",
            """
            81FEB3xM5jEgSorNhwUcs+P8f1QAFh8Mz195UR01BmRI02bUWZ4gmRj0A8Df7innWXM1hXYTP6uGGojfh5dvKwdWhXhnUa\
            dix6h6
            """,
            """
            wvDxAw3fd51syCdXShANOTZSsEgODxVGFSIXIbpmIcQ2fmloORERLJP0M0MyaJajrNiFCrODkBi8pPOTD9MP3zKx8BhuLp\
            NX3wBnkxsCsvsw+179sYVRkW12/1Q4Kfs1p7Ywzcos2Ay+aZuG21fCd+tAEbKnT+alVu3gg3ZAq+x5YoiaT09+p7JSeKdg\
            hDRUNGTETUuamN6MZDc2j2nG7REGzN9xl+0LSIPPAnzc13V1XD/o3aCFMtZ8zFCA2PfpCtFdpwXH+jYTgG9SZrIz6WjzCL\
            2v0ulrXsg+thyBjMPMHwYm1te0hzdym81wyOxsVEIjYvBzSrTT75ZA8LV1iMCB2l/2AY+3fZqk9fjbK7lOm8UdK6ZHsAcF\
            aySWgDNJd1/nsU5qzlUumGX9bSjgOzyH1ndH8vwd9+9J+37/VANSpO/+l+6/2tYmXLgOChepMPf4SRFt1ECtMLuu8muR3q\
            /YgBqUlbX8zqqLsGj8PKlioplBLBTMzxnMmTcDF2HzHsBLKmwU6lkzXBLXMwa8R56Eml7XEaMK3Bv+FDzXz+QiB8ZP89M0\
            KvFsTQfaAgQ+LW8+QvEJjXzmXxm7SiuW/+uCGhAFHwcox5+fVPkeobzg8FVKO7lT1fTF54uqlY8fqgdNntt+wMbAd+eRAK\
            SGidhQFZNIS4z/sSv4w2Z3nh3K7mmCBMXrLLUgd8uEpPRnYGxiL1yUubfOTH4W/L82vu0pT6EPsI8KMBFo+G2Fj9ox5EOC\
            E61mXMEqDhoRver5IMs9LoOjdy3JXeVRvXhxWBODtB4OGIT3
            """,
            """
            HDNKogJlmOE18aW+g8c/v/bCVuF6SQbvYxJQcCe/R+QxxQsm562ld/Q7u0mpcR1c50rgTIjW0n5PDYqXq1WF+zei6fc6Th\
            1s9JI9g2e63YV6eTHHlNRTHZZJCOKuR+IAkl+43hTRb41cRlx1WWQoLP2MWWlGYp1nBSHQHLGrkPwuB9H0RIh/X7sSU74C\
            tuQkPbZ9pMMflTf95A1ECnwtcl1VNJ+ADwkxY4UJ7XrjNLMwWxeLP+78jzg+Ps9GdHRL7MtUCcfXEsoaua3Ne6vfpM0bpk\
            u0f9gFujdfI6bdZgpzR9fL6BcUEYiLEjOAPgbeeRSTOZyxVT0eiSvuS+E/Q5bQk4x8LJPoccVnu+ub9PCeD3yqcWDEyga0\
            U3qlpvuKkW6XHQtRIrLhH8bhtTdzT9WstEdnjTDziUHTNALSPP7LTNWPOMLn6pO0lbTIxKQD/8LjmV6bSt/Bdi2ppXymaN\
            oFDRiD/pmf39zH7bcUs+cFInUy0b/NTmDX+c3hry9XuaK7Jp9ZOJav11CUamDTXR42tBXSBQGdApvLMgcPZFn+iEll0j5K\
            UDYOMyZX++/cHwalSXm1jVYQiDIgsmLmxQob
            """,
            "70ca16e11b7a7f72165158a103e99bd681fd227cc771d39eccf80b7c2c5857b7",
            """
            c25f0394cab93aabc5abce213fd8b37dc661ef91b079df118e0cae4f7b422f648a41e2ef7a51bcb46ecfc06a98f368\
            74e74385e1bc7ece6c403e2e8ac50e4a9f07c72c5a76a4603722b99862219f2d739340cc90b6ceed438d5a0fbbb3d3\
            0cec7fcdb4325d953a8a7014cf1452dc659b4fc2149f5b74fe82deb200399215187d3813a36bb02cd5c9718f2eb2d9\
            e2aee71b69db41fa601685595378857f1e56b7
            """,
            "338faa86-17b0-a8a2-6961-1b9458e40045 22f526fc-231e-e958-4f80-6351a2f20462",
            """
            ab9b08c2-7c87-8b90-b4fc-2ba0aface5fd
            3de0cf87-b4a3-9594-3ce5-38927b9757ad
            71ed8d83-b107-c9ef-83f0-0b7601815723
            59f959ab-a412-a64c-ef93-70a72212fb12
            e27abca0-2226-70d0-4ca3-a936b2b365fd
            90325da2-9669-ebae-2452-c6a7b52cd4e5
            d0bd9362-a120-77c6-5564-f44a3da32b0f
            c2b13eac-6cb4-e4f8-8c5a-c7621e335d03
            aaa1de16-ad51-8396-2b51-6d73f0f396b2
            """,
            "etoymgdwjalpgbbijgdwjodfkoosljfrcbaoypcxwkxsidupnpgzrkalcujutxuwiuhcex",
            """
            aaymejlfuqvfdzxjxtkmfulkhlerlihbbdszuwmbgpnpxfjtsucewhfeoumcbopggxlabtzqnejcvbqwnkcoavfxfmjaoz\
            svlsgpcrkqonruemttczzbxvktvjssnlpvuejkquaghvxowcevslrsnlqhsomidhfgrxdhiudgqviwphrohrswdxqsscnv\
            czoeqrqwyduxqdovmrfgspycelytbmhblbawtgojdwenctgsdxlf
            """,
            "ssh-ed25519 u64Fgj56vrb6FrQztqc5EXyCtWLkCuE6Cvk4JYReTJTCSYCJ4wcMr0359xASJl3I81Hl",
            """
            eyJhbGciOiJIUzI1NiJ9.yXUmuKhun0MWbFa476nvxrWgA6v3qnQKf-sXSkmLxIsghrZHETBm2jK5kHlIJJuuuX2zz6ser\
            KX2vHx4sk1FaQPoz-TKmlYhSZqdga4lYShbm7Tvttsi-KNZ.jYMLVIl5Cm8YzOVmkDJkex1CGCglrkUCYIoHpQ5spKc=
            """,
        ],
        counts: [
            Count(first: 0, passages: 1, o200k: 8, cl100k: 9),
            Count(first: 1, passages: 1, o200k: 13, cl100k: 14),
            Count(first: 2, passages: 1, o200k: 55, cl100k: 58),
            Count(first: 3, passages: 1, o200k: 66, cl100k: 74),
            Count(first: 4, passages: 1, o200k: 539, cl100k: 574),
            Count(first: 5, passages: 1, o200k: 411, cl100k: 424),
            Count(first: 6, passages: 1, o200k: 37, cl100k: 37),
            Count(first: 7, passages: 1, o200k: 185, cl100k: 184),
            Count(first: 8, passages: 1, o200k: 44, cl100k: 45),
            Count(first: 9, passages: 1, o200k: 213, cl100k: 214),
            Count(first: 10, passages: 1, o200k: 38, cl100k: 36),
            Count(first: 11, passages: 1, o200k: 126, cl100k: 130),
            Count(first: 12, passages: 1, o200k: 48, cl100k: 52),
            Count(first: 13, passages: 1, o200k: 122, cl100k: 127),
            Count(first: 8, passages: 3, o200k: 132, cl100k: 135),
            Count(first: 0, passages: 7, o200k: 775, cl100k: 817),
            Count(first: 9, passages: 3, o200k: 463, cl100k: 473),
            Count(first: 1, passages: 7, o200k: 1142, cl100k: 1173),
        ])
}
