/// The one script of a page: it moves the map through the hours. Without it the page is complete, on the whole night.
package enum PageScript {
    /// Text of the script; the same on every page, so that a fixed policy admits it and nothing else.
    ///
    /// Each sector carries one shade for every type of night and hour; the controls, hidden until the script runs, choose
    /// which of them is its class.
    package static let text = """
        (()=>{const m=document.querySelector("[data-hours]");if(!m)return;
        const c=m.querySelector("form"),r=c.querySelector("input"),t=c.querySelector("select"),o=c.querySelector("output"),
        h=m.dataset.hours.split(","),p=[...m.querySelectorAll("[data-s]")];
        const show=()=>{const i=+r.value;o.textContent=h[i];r.setAttribute("aria-valuetext",h[i]);
        p.forEach(e=>e.setAttribute("class","h"+e.dataset.s.split(" ")[t.selectedIndex][i]))};
        r.max=h.length-1;c.hidden=false;c.addEventListener("input",show);
        c.addEventListener("submit",e=>e.preventDefault())})()
        """

    /// SHA-256 of ``text`` in base64, for the content security policy of the page.
    package static let digest = "csJ6YvME21p5N6GFSDT8+HJ5SDBJJgIhbc2LFiqXkEE="
}
