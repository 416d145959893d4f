package dev.migrationtower.dashboard.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** How the document looks, and the policy that lets a browser take this style and nothing else: no script, no request, no form. */
final class EvidenceStyle {
    static final String CSS = """
            :root{color-scheme:light dark}
            body{font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;max-width:76rem;margin:0 auto;
              padding:1.5rem 1.2rem 4rem;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
            h1{font-size:1.9rem;line-height:1.2;margin:.4rem 0}h2{font-size:1.3rem;margin:2.4rem 0 .5rem}
            h3{font-size:1.05rem;margin:1.4rem 0 .3rem}
            .mode{background:#5d3bb0;color:#fff;padding:.3rem .8rem;font-weight:600}
            .kept{border-left:4px solid #94690a;padding:.4rem 1rem;margin:1rem 0}
            dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.2rem 1.2rem;margin:1rem 0}dt{opacity:.75}dd{margin:0}
            .frame{overflow-x:auto}time{white-space:nowrap}table{border-collapse:collapse;width:100%;font-size:.93rem}
            th,td{text-align:left;vertical-align:top;padding:.35rem .9rem .35rem 0;border-bottom:1px solid #8886}th{font-weight:600}
            code,pre{font-family:ui-monospace,"DejaVu Sans Mono",monospace;font-size:.9em}
            pre{white-space:pre-wrap;border:1px solid #8886;padding:.6rem .8rem}
            .seal{font-weight:600}ol{list-style:none;padding:0}li.event{padding:.4rem 0;border-top:1px solid #8886}
            li.breach>b{color:#b23c00}summary{cursor:pointer}.quiet{opacity:.75}
            @media(prefers-color-scheme:dark){body{background:#0b1015;color:#e8edf1}li.breach>b{color:#ff8552}}
            @media(max-width:40rem){dl{grid-template-columns:minmax(0,1fr)}dd{padding-bottom:.4rem}}
            """;

    static final String POLICY = "default-src 'none'; style-src 'sha256-"
            + Base64.getEncoder().encodeToString(Digests.sha256().digest(CSS.getBytes(StandardCharsets.UTF_8)))
            + "'; base-uri 'none'; form-action 'none'";

    private EvidenceStyle() {}
}
