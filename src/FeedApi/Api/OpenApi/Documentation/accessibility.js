// Mends in the markup of Swagger UI what keeps people with screen readers or without a mouse from using it, whenever it has drawn.
const attributes = [
    // Beside the operations, which are the main part.
    [".information-container", { role: "region", "aria-label": "About this API" }],
    [".scheme-container", { role: "region", "aria-label": "Server and key" }],
    // There is no second level.
    [".swagger-ui h3", { "aria-level": "2" }],
    [".swagger-ui h4", { "aria-level": "3" }],
    [".swagger-ui h5", { "aria-level": "4" }],
    // A link within the button that does the same.
    [".opblock-summary-control a", { href: null }],
    ["div.copy-to-clipboard", { "aria-label": null }],
    ["#servers", { "aria-label": "Server" }],
    ["[data-param-name] select", { "aria-label": select => select.closest("[data-param-name]").dataset.paramName }],
    [".examples-select-element", { "aria-label": "Example" }],
    ["pre.microlight", { tabindex: "0" }],
    // It is a table, and the operation around it is named.
    ["table.responses-table", { role: null }],
    [".modal-ux", { role: "dialog", "aria-modal": "true", "aria-label": dialog => dialog.querySelector("h3").textContent }],
    [".close-modal", { "aria-label": "Close" }],
    // It differs from what the button says.
    [".modal-btn", { "aria-label": null }],
];

function mend() {
    for (const [selector, changes] of attributes)
        for (const element of document.querySelectorAll(selector))
            for (const [name, value] of Object.entries(changes))
                if (value === null) element.removeAttribute(name);
                else element.setAttribute(name, typeof value === "string" ? value : value(element));
}

new MutationObserver(mend).observe(document, { childList: true, subtree: true });
