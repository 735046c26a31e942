/// Style of report pages: inline, for screens from 390 px and for A4 and A3 paper, legible in grey.
enum PageStyle {
    /// The style sheet.
    ///
    /// Dark ink is what is missing, in every picture: it keeps its meaning without colour.
    static let css = """
        :root{--ink:#18212b;--soft:#566270;--line:#d4dae0;--hair:#e8ebee;--ground:#f4f5f3;--night:#1e3250;--gap:#8c2a1c;\
        --open:#d98f6f;--cover:#c6d3de;--week:#eceee8}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
        body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 Marianne,"Segoe UI",system-ui,-apple-system,\
        "Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums}
        header,nav,main,footer{padding-left:max(16px,calc(50vw - 680px));padding-right:max(16px,calc(50vw - 680px))}
        header{background:var(--night);color:#fff;padding-top:28px;padding-bottom:24px}
        header p{margin:4px 0 0;color:#d5deea;max-width:none}
        header .kicker{margin:0;text-transform:uppercase;letter-spacing:.08em;font-size:13px}
        header .warn{margin-top:10px;font-size:13px;color:#ffd9a8}
        h1{margin:2px 0 4px;font-size:30px;line-height:1.2;font-weight:650}
        h1::first-letter{text-transform:uppercase}
        nav{display:flex;flex-wrap:wrap;gap:2px 20px;background:#fff;border-bottom:1px solid var(--line);padding-top:10px;\
        padding-bottom:10px;font-size:14px}
        nav a{color:var(--night);text-decoration:none;padding:3px 0}
        nav a:hover,nav a:focus{text-decoration:underline}
        main{padding-top:8px;padding-bottom:24px}
        section{background:#fff;border:1px solid var(--line);border-radius:4px;padding:22px 24px 24px;margin:16px 0}
        h2{margin:0 0 12px;font-size:21px;line-height:1.25;font-weight:650;color:var(--night)}
        h3{margin:20px 0 6px;font-size:15px;font-weight:650}
        p{margin:0 0 10px;max-width:75ch}
        .note{color:var(--soft);font-size:14px}
        .lead{font-size:24px;line-height:1.35;font-weight:600;max-width:none}
        .floor{font-weight:400;color:var(--soft)}
        footer{color:var(--soft);font-size:13px;padding-bottom:32px}
        .m{fill:var(--gap)}.c{fill:var(--cover)}.u{fill:url(#u)}
        .bar{margin:18px 0 22px}
        .bar>svg{display:block;width:100%;height:34px}
        figcaption,.legend{display:flex;flex-wrap:wrap;gap:4px 20px;margin:8px 0 12px;font-size:14px;color:var(--soft)}
        figcaption b,.legend b{color:var(--ink)}
        .key{white-space:nowrap}
        .swatch{width:16px;height:16px;vertical-align:-3px;border:1px solid var(--soft)}
        .swatch.wide{width:24px}
        .cell{display:inline-block;min-width:28px;padding:1px 3px;text-align:center;font-size:12px;border:1px solid var(--line)}
        .cards{display:grid;grid-template-columns:repeat(4,1fr);gap:16px;margin-bottom:14px}
        .card{border-top:3px solid var(--night);padding-top:8px}
        .card h3{margin:0;font-size:14px;font-weight:400;color:var(--soft)}
        .card .value{margin:0;font-size:27px;line-height:1.25;font-weight:650}
        .card p{font-size:14px;color:var(--soft);margin:0}
        .card .value{color:var(--ink)}
        .columns{display:grid;grid-template-columns:3fr 2fr;gap:32px;align-items:start}
        .columns>*{min-width:0}
        summary{cursor:pointer;color:var(--night);font-size:14px;padding:4px 0}
        .scroll{overflow-x:auto;margin:0 0 14px;max-width:100%}
        .tall{max-height:92vh;overflow:auto;border:1px solid var(--line)}
        table{border-collapse:collapse;font-size:14px;line-height:1.35}
        caption{text-align:left;font-weight:650;padding:4px 0 6px}
        th{text-align:left;font-weight:600}
        .plain{width:100%}
        .plain td,.plain th{padding:5px 10px 5px 0;border-bottom:1px solid var(--hair);vertical-align:top}
        .plain thead th{border-bottom:1px solid var(--soft);vertical-align:bottom;font-size:13px;color:var(--soft)}
        .plain tbody th{font-weight:400}
        .plain tfoot th,.plain tfoot td{border-top:1px solid var(--soft);border-bottom:0;font-weight:600}
        .plain td:last-child,.plain th:last-child{padding-right:0}
        .n{text-align:right!important;white-space:nowrap}
        .plain thead .n{white-space:normal}
        .t{white-space:nowrap}
        .plain .n+:not(.n){padding-left:14px}
        .dense td,.dense th{padding-top:2px;padding-bottom:2px}
        .nights td,.nights th{padding-top:1px!important;padding-bottom:1px!important;white-space:nowrap;border:0!important}
        .nights thead th{white-space:normal}
        .nights .graph{width:60%}
        .nights svg{display:block;width:100%;height:12px;margin:3px 0}
        .w{background:var(--week)}
        .heat{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,560px),1fr));gap:16px 32px}
        .map{width:100%;font-size:13px}
        .map th{font-weight:400;padding:2px 8px 2px 0;white-space:nowrap}
        .map thead th{text-align:center;padding:2px 0;color:var(--soft)}
        .map thead th:first-child{text-align:left}
        .map td{text-align:center;border:1px solid #fff;padding:2px 0;min-width:26px;height:25px}
        .map tfoot th,.map tfoot td,.map td.sum{font-weight:650}
        .map .sum{border-left:6px solid #fff}
        .map tfoot tr{border-top:6px solid #fff}
        .h5{background:#eef2f5;color:#5a6672}.h4{background:#f3dccb;color:var(--ink)}.h3{background:#e5ac8c;color:var(--ink)}
        .h2{background:#b9573f;color:#fff}.h1{background:#8c2a1c;color:#fff}.h0{background:#4a130c;color:#fff}
        .strips{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,350px),1fr));gap:24px 32px}
        .strip{min-width:0}
        .strip>table{width:100%;table-layout:fixed;font-size:11px;line-height:14px}
        .strip caption{font-size:13px;font-weight:400;color:var(--soft);line-height:1.35}
        .strip caption b{color:var(--ink);font-size:15px;margin-right:4px}
        .strip>table td,.strip>table th{padding:0;height:14px}
        .strip>table th:first-child,.strip>table td:first-child{width:42px;font-weight:400;color:var(--soft)}
        .strip>table th:last-child,.strip>table .n{width:48px;text-align:right;font-weight:400}
        .strip>table thead th{color:var(--soft)}
        .axis{display:flex}
        .axis i{flex:1 1 0;min-width:0;font-style:normal;font-size:10px;color:var(--soft);border-left:1px solid var(--line);\
        padding-left:1px;overflow:hidden}
        .strip>table svg{display:block;width:100%;height:12px}
        .strip tbody td:nth-child(2){background-image:repeating-linear-gradient(90deg,var(--line) 0 1px,transparent 1px \
        calc(100%/var(--hours)))}
        .grid{font-size:12px;line-height:1.15;border-collapse:separate;border-spacing:0;width:100%}
        .grid td,.grid th{border-right:1px solid var(--hair);border-bottom:1px solid var(--hair);padding:2px 1px;\
        text-align:center;min-width:27px}
        .grid i{display:block;font-style:normal;font-size:9px;line-height:1.1;opacity:.8}
        .grid th{font-weight:400;background:#fff}
        .grid thead th{position:sticky;top:0;z-index:2;border-bottom:1px solid var(--soft);font-size:11px}
        .grid thead th.w{background:var(--week);font-weight:650}
        .grid tr>th:first-child{position:sticky;left:0;z-index:1;text-align:left;white-space:nowrap;padding:2px 8px;\
        border-right:1px solid var(--line);max-width:190px;overflow:hidden;text-overflow:ellipsis}
        .grid thead tr>th:first-child{z-index:3}
        .grid small{color:var(--soft);font-size:10px}
        .grid .group th{max-width:none;background:#e2e7ed;font-weight:650;border-right:0;padding:4px 8px;overflow:visible}
        .grid .group span{position:sticky;left:8px}
        col.w,.wk{background:var(--week)}
        .grid .s{text-align:right;padding:2px 6px;white-space:nowrap;border-left:0}
        .grid td.a{color:var(--ink)}
        .grid .x,.x{background:#dfe7ee;font-weight:600}
        .grid .xe,.xe{background:#b7c7d6;font-weight:600}
        .grid .xn,.xn{background:#28405f;color:#fff;font-weight:600}
        .legend b.xn{color:#fff}.legend b.h2,.legend b.h1,.legend b.h0{color:#fff}
        .geo{margin:0 0 8px}
        .geo>svg{display:block;width:100%;max-height:66vh}
        .geo path{stroke:#fff;stroke-width:2;fill-rule:evenodd}
        .geo .h5{fill:#eef2f5;stroke:#8a96a3}.geo .h4{fill:#f3dccb}.geo .h3{fill:#e5ac8c}.geo .h2{fill:#b9573f}
        .geo .h1{fill:#8c2a1c}.geo .h0{fill:#4a130c}.geo .hx{fill:#fff;stroke:#8a96a3}
        .geo text{font-size:22px;text-anchor:middle;dominant-baseline:middle;paint-order:stroke;stroke:#fff;stroke-width:5px;\
        fill:var(--ink);font-weight:600}
        .geo form:not([hidden]){display:flex;flex-wrap:wrap;gap:6px 20px;align-items:center;margin:0 0 10px;font-size:14px}
        .geo select{font:inherit;padding:3px}.geo input{vertical-align:middle;width:220px;max-width:60vw}
        .geo output{font-weight:650}
        .cross th,.week th{white-space:normal}.cross td,.week td{padding:2px 6px}.cross{width:auto}
        dl{display:grid;grid-template-columns:minmax(140px,220px) 1fr;gap:8px 24px;margin:0;font-size:15px}
        dt{font-weight:600}dd{margin:0;max-width:75ch}
        ul{margin:0 0 10px;padding-left:20px}
        @media(max-width:900px){.cards{grid-template-columns:repeat(2,1fr)}.columns{grid-template-columns:1fr}}
        @media(max-width:600px){h1{font-size:24px}.lead{font-size:19px}.card .value{font-size:22px}section{padding:16px 14px;\
        margin:12px -8px}dl{grid-template-columns:1fr;gap:2px}dd{margin-bottom:8px}.key{white-space:normal}\
        nav{flex-wrap:nowrap;overflow-x:auto}nav a{white-space:nowrap}.grid tr>th:first-child{max-width:120px}
        .stack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .stack,.stack tbody,.stack tfoot,.stack tr,.stack caption{display:block}
        .stack tr{border-bottom:1px solid var(--line);padding:7px 0 8px}
        .stack tr>*,.dense.stack tr>*{border:0!important;padding:0!important;text-align:left!important;white-space:normal!important}
        .stack tr>th{display:block;font-weight:650!important}
        .stack tr>td{display:inline}
        .stack td:not(:empty)::before{content:" \\b7  "attr(data-l)"\\a0: ";color:var(--soft);font-size:13px}
        .stack th+td:not(:empty)::before{content:attr(data-l)"\\a0: "}
        .week thead th{font-size:10px;vertical-align:bottom}.week td,.cross td{padding:2px 1px}
        .map{font-size:11px}.map td{min-width:0;padding:2px 1px;height:22px}
        .map th{white-space:normal;padding-right:4px}.map .sum{border-left-width:3px}
        .nights .graph{width:45%}.geo text{font-size:34px;stroke-width:7px}}
        @page{size:A4;margin:12mm}
        @page wide{size:A3 landscape;margin:10mm}
        @media print{*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
        body{background:#fff;font-size:10pt}
        header,nav,main,footer{padding-left:0;padding-right:0}
        header{background:#fff;color:#000;border-bottom:2pt solid #000;padding:0 0 6pt}
        header p,header .warn{color:#000}
        nav{display:none}
        section{border:0;border-radius:0;padding:0;margin:14pt 0 0}
        h2{break-after:avoid}caption,thead{break-after:avoid}
        tr,.card,.strip,.bar{break-inside:avoid}
        .scroll,.tall{overflow:visible;max-height:none;border:0}
        .lead{font-size:15pt}.card .value{font-size:16pt}
        table{font-size:8pt}.map,.grid,.dense{font-size:7.5pt}
        .plain td,.plain th{padding:1.5pt 6pt 1.5pt 0}.plain thead th{font-size:7.5pt}
        .note,figcaption,.legend,.card p,.card h3,dl{font-size:9pt}p,.note{max-width:none}
        .columns{grid-template-columns:3fr 2fr;gap:14pt}.cards{grid-template-columns:repeat(4,1fr)}
        .strip>table{font-size:6.5pt;line-height:9px}.strip>table td,.strip>table th{height:9px}
        .strip tbody td:nth-child(2){background-image:none}
        .strip>table svg{height:8px}.strip caption{font-size:8pt}.strip caption b{font-size:9.5pt}.axis i{font-size:6pt}
        .nights{font-size:7pt;line-height:1.1}.nights td,.nights th{padding:0 4pt 0 0!important}
        .nights svg{height:7px;margin:1px 0}.bar>svg{height:18px}.bar,.cards{margin:4pt 0}
        dt,dd{break-inside:avoid}dt,h3,section>.note,section>.legend{break-after:avoid}
        .map td{height:auto;min-width:0}.map th{white-space:normal}
        .heat{grid-template-columns:1fr 1fr;gap:8pt 14pt}
        .map caption{font-size:9pt}
        .heat>*{break-inside:avoid}
        .strips{grid-template-columns:1fr 1fr;gap:10pt 14pt}
        .summary>section{margin-top:8pt}.summary .dense td,.summary .dense th{padding-top:1pt;padding-bottom:1pt}
        #carte,#indicateurs+#secteurs{break-before:page}
        .geo{break-inside:avoid}.geo form{display:none!important}.geo>svg{max-height:88mm}.geo text{stroke-width:4px}
        .detail,footer{page:wide}.narrow{columns:2;column-gap:12mm}
        .detail:not(.narrow) .plain{width:auto;min-width:60%}
        #planning{break-before:page;break-after:page}
        .detail .strips{grid-template-columns:repeat(4,1fr)}.detail .heat{grid-template-columns:1fr 1fr}
        .grid thead th,.grid tr>th:first-child{position:static}
        .grid td,.grid th{border-color:#999;min-width:0;padding:1px;line-height:1.05}
        .grid i{font-size:6pt}.grid .new{break-before:page}
        details:not([open]):not(.printed){display:none}
        .printed::details-content{content-visibility:visible;display:block}.printed>summary{display:none}}
        """
}
