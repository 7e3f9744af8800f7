/// How the page looks: in light and dark, on a phone and on a wide screen.
extension ReportPage {
    /// The style sheet.
    static let style = colours + layout + parts + charts

    /// The patterns that tell kinds of similar colour apart. Their lines are horizontal, because charts are stretched.
    static var patterns: String {
        let levels = AnswerKind.allCases.map { pattern(named: $0.id, period: $0.stripes) }
        return "<svg width=\"0\" height=\"0\" style=\"position:absolute\" aria-hidden=\"true\"><defs>"
            + levels.joined() + pattern(named: "waste", period: 6) + "</defs></svg>\n"
    }

    private static func pattern(named name: String, period: Int?) -> String {
        guard let period else { return "" }
        return "<pattern id=\"pattern-\(name)\" width=\"6\" height=\"\(period)\" patternUnits=\"userSpaceOnUse\">"
            + "<path class=\"ground \(name)\" d=\"M0 0h6v\(period)H0z\"/><path class=\"stripe\" d=\"M0 0h6v2H0z\"/>"
            + "</pattern>"
    }

    private static let colours = """

        :root{color-scheme:light dark;--page:light-dark(#f5f7f8,#0e1114);--panel:light-dark(#fff,#161b20);
        --ink:light-dark(#16202a,#e8edf1);--quiet:light-dark(#51606d,#a3b1bd);--edge:light-dark(#dde3e8,#2b343c);
        --accent:light-dark(#0b6e5c,#5fd3b4);
        --primary:light-dark(#2f9e5f,#3fae70);--exactCache:light-dark(#0c7f88,#1b98a1);
        --semanticCache:light-dark(#3aa7b0,#74d0d6);--fallbackModel:light-dark(#dc9c0c,#efb530);
        --staleCache:light-dark(#a65f08,#c47f24);--staticFAQ:light-dark(#7652bd,#a48be6);
        --apology:light-dark(#94706f,#b39392);--error:light-dark(#cf2f35,#f0656a);--p95:light-dark(#5b6b7a,#93a5b5)}

        """

    private static let layout = """
        *{box-sizing:border-box}
        body{margin:0;background:var(--page);color:var(--ink);
        font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif;
        font-variant-numeric:tabular-nums;-webkit-text-size-adjust:100%}
        main{max-width:1240px;margin:0 auto;padding:40px 32px 80px}
        h1,h2,h3,p,dl,ol,ul{margin:0}ol,ul{padding:0;list-style:none}
        h1{font-size:40px;line-height:1.15;letter-spacing:-.02em;font-weight:650}
        h2{font-size:20px;line-height:1.3;font-weight:620}
        h3{font-size:13px;font-weight:600;color:var(--quiet);margin:20px 0 4px}
        .head{display:flex;justify-content:space-between;align-items:center;gap:16px;flex-wrap:wrap}
        .brand,.quiet,.facts,.legend{color:var(--quiet);font-size:14px}
        .summary{font-size:19px;color:var(--quiet);margin-top:8px;max-width:70ch}
        .result{font-size:22px;line-height:1.4;margin:28px 0 16px;max-width:62ch;text-wrap:pretty}
        .facts{display:flex;flex-wrap:wrap;gap:4px 24px;margin-bottom:20px}
        header{margin-bottom:32px}header .head{margin-bottom:16px}
        .panel{background:var(--panel);border:1px solid var(--edge);border-radius:14px;padding:24px 28px 28px;
        margin-bottom:20px}
        button,select,input[type=search]{font:inherit;font-size:14px;color:var(--ink);background:var(--panel);
        border:1px solid var(--edge);border-radius:8px;padding:6px 12px;min-height:36px}
        button{cursor:pointer}button:hover{border-color:var(--quiet)}
        :focus-visible{outline:2px solid var(--accent);outline-offset:2px}
        summary{cursor:pointer;color:var(--quiet);font-size:14px;width:fit-content}
        pre{font:13px/1.55 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;white-space:pre-wrap;
        overflow-wrap:anywhere;background:var(--page);border-radius:8px;padding:14px 16px;margin:8px 0 0}
        @media(max-width:640px){main{padding:24px 12px 60px}.panel{padding:18px 14px 20px;border-radius:12px}
        h1{font-size:30px}.summary{font-size:17px}.result{font-size:19px;margin-top:20px}header{padding:0 4px}}

        """

    private static let charts = """
        #time{--gutter:76px;--at:-1}
        .plot{display:grid;grid-template-columns:var(--gutter) minmax(0,1fr)}
        .scale,.area{position:relative;height:var(--height)}
        .scale span{position:absolute;right:12px;transform:translateY(50%);font-size:12px;color:var(--quiet);
        white-space:nowrap}
        .area svg{position:absolute;inset:0;width:100%;height:100%;overflow:visible}
        .ticks{grid-column:2;position:relative;height:24px;font-size:12px;color:var(--quiet)}
        .ticks span{position:absolute;top:7px;transform:translateX(-50%);white-space:nowrap}
        .ticks span:first-child{transform:none}.ticks span[style="left:100%"]{transform:translateX(-100%)}
        .cross{position:absolute;top:0;bottom:0;width:1px;background:var(--ink);opacity:.75;pointer-events:none;
        left:calc(var(--at)*100%);display:none}.reading .cross{display:block}
        svg path{vector-effect:non-scaling-stroke}
        .grid{stroke:var(--edge);fill:none}.bound{stroke:var(--quiet);stroke-dasharray:3 3;fill:none;opacity:.8}
        .line{fill:none;stroke-width:2}.p50{stroke:var(--ink)}.p95{stroke:var(--p95);stroke-dasharray:5 2}
        .band{fill:var(--p95);opacity:.18}
        .dot{stroke-width:9;stroke-linecap:round;fill:none;cursor:pointer}.dot.tall{stroke-linecap:butt;stroke-width:5}
        .dot:hover,.dot:focus,.dot.chosen{stroke-width:15}.dot:focus{outline:none;stroke:var(--ink)}
        .dot.tall:hover,.dot.tall:focus{stroke-width:9}
        .cost{fill:var(--p95);background:var(--p95);opacity:.55}
        .waste{fill:url(#pattern-waste);background-color:var(--error);--stripes:6px}.ground.waste{fill:var(--error)}
        .budget{stroke:var(--error);stroke-dasharray:8 5}
        .stripe{fill:var(--panel);opacity:.55}
        \(AnswerKind.allCases.map { kind in colour(of: kind) }.joined())
        .swatch.striped,.bar .striped{background-image:repeating-linear-gradient(0deg,transparent 0
        calc(var(--stripes) - 2px),color-mix(in srgb,var(--panel) 55%,transparent) calc(var(--stripes) - 2px)
        var(--stripes))}
        .row{display:grid;grid-template-columns:var(--gutter) minmax(0,1fr);margin-top:6px;font-size:12px}
        .row .name{color:var(--quiet);line-height:24px;padding-right:12px;text-align:right;overflow:hidden;
        text-overflow:ellipsis;white-space:nowrap}
        .spans{position:relative;height:24px}#answers>.row{margin-bottom:10px}
        .spans span{position:absolute;top:0;bottom:0;padding:0 6px;line-height:24px;white-space:nowrap;overflow:hidden;
        text-overflow:ellipsis;border-left:1px solid var(--panel);container-type:inline-size}
        .spans em{font-style:normal}.phases span{border-left:1px dashed var(--quiet)}
        .phases span:first-child{border-left-color:transparent}.phases b{font-weight:600;color:var(--quiet)}
        .states span{border-radius:4px}.fine{background:color-mix(in srgb,var(--primary) 16%,transparent);
        color:var(--quiet)}
        .troubled{background:color-mix(in srgb,var(--error) 20%,transparent);font-weight:600}
        .breaker{background:color-mix(in srgb,var(--primary) 16%,transparent);border-radius:4px}
        .open{background:var(--error)}.closed{background:color-mix(in srgb,var(--primary) 30%,transparent)}
        .spans .open{border-radius:3px;padding:0;border:0;min-width:3px}
        .providers{margin-top:6px}.providers h3{margin:8px 0 0 var(--gutter)}
        @container(max-width:52px){.phases em,.fine em{display:none}}
        @media(max-width:640px){#time{--gutter:54px}.scale span{right:8px;font-size:11px}
        .row .name{padding-right:5px;font-size:11px}
        .spans span{padding:0 3px;font-size:11px}.ticks span:nth-child(even){display:none}
        .dot{stroke-width:7}.legend{gap:2px 16px}}

        """

    private static func colour(of kind: AnswerKind) -> String {
        let fill = kind.stripes == nil ? "var(--\(kind.id))" : "url(#pattern-\(kind.id))"
        let stripes = kind.stripes.map { ";--stripes:\($0)px" } ?? ""
        return """
            .k-\(kind.id){fill:\(fill);background-color:var(--\(kind.id))\(stripes)}
            .ground.\(kind.id){fill:var(--\(kind.id))}.dot.k-\(kind.id){stroke:var(--\(kind.id))}

            """
    }

    private static let parts = """
        .legend{display:flex;flex-wrap:wrap;gap:4px 20px;margin:10px 0 16px}.legend li{display:flex;align-items:center;
        gap:8px}
        .swatch{display:inline-block;flex:none;width:14px;height:14px;border-radius:3px}
        .swatch.round{width:10px;height:10px;border-radius:50%;background-color:var(--quiet)}
        .swatch.tall{width:5px;border-radius:1px;background-color:var(--quiet)}
        .stroke{width:22px;border-top:2px solid var(--ink)}.stroke.p95{border-color:var(--p95);border-top-style:dashed}
        .stroke.budget{border-color:var(--error);border-top-style:dashed}
        .choice{display:flex;border:1px solid var(--edge);border-radius:8px;overflow:hidden;font-size:14px}
        .choice label{padding:5px 14px;cursor:pointer;position:relative}.choice input{position:absolute;opacity:0}
        .choice label:has(:checked){background:var(--ink);color:var(--panel)}
        .choice label:has(:focus-visible){outline:2px solid var(--accent);outline-offset:-3px}
        #answers:has(#unit-share:checked) .by-count,#answers:has(#unit-count:checked) .by-share{display:none}
        .ladder{margin-top:16px}
        .ladder li{display:grid;grid-template-columns:140px minmax(0,1fr) 76px 72px;align-items:center;gap:12px;
        padding:5px 0}.ladder .bar{height:20px;background:var(--page);border-radius:4px;overflow:hidden}
        .ladder .bar i{display:block;height:100%;border-radius:4px;min-width:2px}.ladder .unused .bar i{display:none}
        .count,.share{text-align:right}.count{font-weight:600}.share,.unused .rung,.unused .count{color:var(--quiet)}
        .unused .count{font-weight:400}
        .ladder li:last-child{border-top:1px solid var(--edge);margin-top:6px;padding-top:11px}
        .wide{overflow-x:auto;margin-top:16px;border-radius:8px}
        table{border-collapse:collapse;width:100%;font-size:14px}
        th,td{padding:7px 8px;text-align:right;vertical-align:top;white-space:nowrap}
        thead th{font-weight:600;border-bottom:1px solid var(--edge);white-space:normal;vertical-align:bottom}
        thead small{display:block;font-weight:400;
        white-space:normal;max-width:112px;margin-left:auto}
        small{color:var(--quiet);font-size:12px;font-weight:400}td small{display:inline-block;min-width:44px}
        tbody th{position:sticky;left:0;text-align:left;font-weight:400;background:var(--panel);padding-left:0}
        tbody+tbody tr:first-child>*{border-top:1px solid var(--edge);padding-top:12px}tbody tr:last-child>*{
        padding-bottom:12px}td:last-child,thead th:last-child{font-weight:600}
        tbody th .swatch{margin-right:8px;vertical-align:-2px}.inner{padding-left:22px;color:var(--quiet)}
        .number{color:var(--quiet)}
        .filter{display:flex;flex-wrap:wrap;gap:10px 20px;align-items:center;margin:16px 0;font-size:14px}
        .filter select{max-width:min(260px,100%);min-width:0}.filter output{color:var(--quiet);margin-left:auto}
        .calls{max-height:560px;overflow-y:auto;border-top:1px solid var(--edge)}
        .calls button{display:grid;grid-template-columns:64px 150px 80px minmax(0,1fr);gap:12px;width:100%;border:0;
        border-bottom:1px solid var(--edge);border-radius:0;text-align:left;align-items:center;padding:8px 4px}
        .calls button:hover{background:var(--page)}.calls button:focus-visible{outline-offset:-2px}
        .calls .level{display:flex;gap:8px;align-items:center}.calls .long{text-align:right}.calls .when{
        color:var(--quiet)}
        .calls .question{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
        .plain li{font-size:14px;padding:3px 0}#breakers details{margin-top:14px}#breakers .row{margin-top:10px}
        .reader{position:sticky;bottom:12px;z-index:2;background:var(--panel);border:1px solid var(--edge);
        border-radius:12px;padding:10px 28px 8px;margin-bottom:20px;box-shadow:0 6px 24px rgb(0 0 0/.14);font-size:14px}
        .reader output{display:block;min-height:21px}.reader b{font-weight:620}
        .reader input{width:calc(100% - var(--gutter) + 16px);margin:2px -8px 0 calc(var(--gutter) - 8px);
        accent-color:var(--accent)}
        dialog{border:0;padding:0;margin:0 0 0 auto;width:min(600px,100vw);height:100dvh;max-width:none;max-height:none;
        background:var(--panel);color:var(--ink);box-shadow:-8px 0 40px rgb(0 0 0/.25)}
        dialog::backdrop{background:rgb(0 0 0/.35)}.sheet{padding:28px 32px 48px}.sheet form{display:flex;gap:8px}
        dl{display:grid;grid-template-columns:auto minmax(0,1fr);gap:4px 20px;font-size:14px;margin-top:18px}
        dt{color:var(--quiet)}dd{margin:0}.sheet p{overflow-wrap:anywhere;white-space:pre-wrap}
        @media(max-width:640px){.ladder li{grid-template-columns:1fr auto 64px;gap:2px 10px}.ladder .bar{grid-row:2;
        grid-column:1/-1;height:12px}.calls button{grid-template-columns:auto 1fr auto;gap:2px 12px}
        .calls .question{grid-column:1/-1}.filter label{flex:1 1 100%;display:flex;gap:10px;align-items:center}
        .filter label{min-width:0;max-width:100%}.filter label>*{flex:1;min-width:0;max-width:none}
        .filter output{margin:0}.sheet{padding:18px 16px 40px}.reader{padding:8px 14px;
        font-size:13px;bottom:6px}.reader output{min-height:60px}th,td{padding:7px 10px}
        tbody th{min-width:132px;max-width:160px;white-space:normal}td small{min-width:48px}}
        @media print{.reader,#theme,.filter{display:none}.calls{max-height:none}}

        """
}
