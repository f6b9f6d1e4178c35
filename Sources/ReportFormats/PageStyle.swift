/// How the page looks: paper and ink of the reader's system, colours by type of entity, arrows that point to the left as
/// Arabic reads.
enum PageStyle {
  static let sheet = """
    :root{color-scheme:light dark}
    *{box-sizing:border-box}
    body{margin:0;font:1.1rem/1.9 "Noto Naskh Arabic","Amiri","Noto Sans Arabic","Segoe UI",serif;background:Canvas;color:CanvasText}
    main{max-width:76rem;margin:auto;padding:2rem 1.5rem 4rem}
    .row{display:grid;grid-template-columns:minmax(0,1fr) 17rem;gap:0 2rem}
    .row p{margin:0 0 1.2rem}
    h1{font-size:1.6rem;line-height:1.6;margin:0 0 1.2rem}
    h2{font-size:1.2rem;margin:2.2rem 0 .8rem;padding-bottom:.2rem;border-bottom:1px solid color-mix(in srgb,CanvasText 25%,Canvas)}
    .row aside{font-size:.85rem;line-height:1.7;padding-inline-start:1rem;border-inline-start:2px solid color-mix(in srgb,CanvasText 12%,Canvas);margin-bottom:1.2rem}
    .row aside div{margin-bottom:.35rem}
    @media(max-width:52rem){.row{grid-template-columns:1fr}.row aside:empty{display:none}}
    .PERSON{--c:#1f77b4}.ORG{--c:#8e5bb5}.GPE{--c:#2a8f2a}.LOC{--c:#8c564b}
    .PERSON,.ORG,.GPE,.LOC{background:color-mix(in srgb,var(--c) 14%,transparent);border-bottom:2px solid var(--c);border-radius:.15rem .15rem 0 0;padding:0 .1em}
    .said{background-image:linear-gradient(#e6b80026,#e6b80026)}
    .loaded{text-decoration:underline wavy #d62728;text-underline-offset:.35em}
    sup{color:#b07d00;font-size:.65em;padding:0 .15em}
    ul,ol{margin:0;padding-inline-start:1.4rem}
    ol{list-style:none;padding:0}
    ol li{display:grid;grid-template-columns:12rem 9rem 12rem minmax(0,1fr);align-items:center;gap:.2rem .8rem;padding:.5rem 0;border-bottom:1px dotted color-mix(in srgb,CanvasText 20%,Canvas)}
    .actor{padding:.1rem .6rem;border:1px solid color-mix(in srgb,CanvasText 20%,Canvas);border-radius:.4rem;text-align:center;font-weight:600;line-height:1.6}
    .arrow{font-style:normal;text-align:center;font-size:.85rem;line-height:1.5;position:relative;padding-bottom:.45rem;color:var(--t)}
    .arrow::after{content:"";position:absolute;bottom:0;inset-inline:.4rem 0;border-bottom:2px solid var(--t)}
    .arrow::before{content:"";position:absolute;bottom:-4px;left:0;border:5px solid transparent;border-right:9px solid var(--t);border-left:0}
    .friendly{--t:#2a8f2a}.hostile{--t:#d62728}
    q{font-size:.85rem;color:color-mix(in srgb,CanvasText 65%,Canvas);line-height:1.6}
    q::before,q::after{content:none}
    time{grid-column:4;font-size:.8rem;color:GrayText}
    small{color:GrayText}
    .names{columns:2 18rem;padding:0;list-style:none}
    @media(max-width:52rem){ol li{grid-template-columns:auto 7rem auto}ol li q,time{grid-column:1/-1}}
    """
}
