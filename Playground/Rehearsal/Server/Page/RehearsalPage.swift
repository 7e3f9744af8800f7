/// The page that shows a rehearsal while it runs: one document without anything from elsewhere.
///
/// Its script reads `/live` and writes text into elements, never markup: questions and errors are text of others.
enum RehearsalPage {
    static let contentPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; "
        + "img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

    static let html = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>Ladder rehearsal</title>
        <link rel="icon" href="data:,">
        <style>
        \(style)
        </style>
        </head>
        \(content)
        <script>
        \(script)
        </script>
        </html>
        """
}
