// Reads a FeedApi server, ?server=URL or its own origin, also offline: IndexedDB holds the articles, /changes and /events update them.
const server = (new URLSearchParams(location.search).get("server") ?? location.origin).replace(/\/+$/, "");
const members = { content: "html", fields: "id,url,title,language,published,categories,content_html" };
const addressOf = path => `${server}/api/v1/${path}?${new URLSearchParams({ ...members, ...state.token && { since: state.token } })}`;
const part = id => document.getElementById(id);
const say = text => { part("status").textContent = text; };
const hashOf = id => `#${encodeURIComponent(id)}`;
const dayOf = ({ published }) => new Date(published).toLocaleDateString(undefined, { dateStyle: "medium" });
const resultOf = request => new Promise((resolve, reject) => {
    request.onsuccess = request.oncomplete = () => resolve(request.result);
    request.onerror = request.onabort = () => reject(request.error);
});
const opening = indexedDB.open(`articles of ${server}`);
opening.onupgradeneeded = () => ["articles", "state"].forEach(name => opening.result.createObjectStore(name));
const database = await resultOf(opening);
const stored = name => database.transaction(name).objectStore(name);
let state, drawing;

// The changes and their token are one transaction: however the page ends, the token tells what is stored.
async function store(changes, token) {
    const transaction = database.transaction(["articles", "state"], "readwrite");
    const articles = transaction.objectStore("articles");
    changes.forEach(({ id, article }) => article ? articles.put({ ...article, walk: state.walk }, id) : articles.delete(id));
    transaction.objectStore("state").put(state = { ...state, token }, "sync");
    await resultOf(transaction);
    clearTimeout(drawing);
    drawing = setTimeout(drawList, 50);
    if (changes.some(({ id }) => hashOf(id) === location.hash)) await drawArticle();
}

// A token that the server does not know any more begins another walk through all articles; what that one has not seen is gone.
async function catchUp() {
    state = await resultOf(stored("state").get("sync")) ?? { walk: 1 };
    for (let next; next !== null;) {
        const response = await fetch(addressOf("changes"));
        if (response.ok) {
            const { data, page } = await response.json();
            await store(data, page.token);
            next = page.next;
        } else if (state.token && [400, 410].includes(response.status)) state = { walk: state.walk + 1 };
        else throw Object.assign(new Error(response.status), { seconds: response.headers.get("Retry-After") });
    }
    const all = await resultOf(stored("articles").getAll());
    await store(all.filter(({ walk }) => walk < state.walk).map(({ id }) => ({ id })), state.token);
}

// Ends when the server ends it, or has too much to tell. After a break the browser itself goes on from the last event.
async function follow() {
    const source = new EventSource(addressOf("events"));
    await new Promise((resolve, reject) => {
        const take = ({ data, lastEventId }) => store([JSON.parse(data)], lastEventId).catch(reject);
        for (const kind of ["published", "updated", "corrected", "deleted"]) source.addEventListener(`article.${kind}`, take);
        source.addEventListener("resync", resolve);
        source.onopen = () => say("Live");
        source.onerror = () => source.readyState === EventSource.CLOSED ? reject(new Error("no events")) : say("Offline");
    }).finally(() => source.close());
}

async function drawList() {
    const all = (await resultOf(stored("articles").getAll())).sort((a, b) => Date.parse(b.published) - Date.parse(a.published));
    const [choice, focused] = [part("category").value, document.activeElement?.hash];
    const names = new Map(all.flatMap(({ categories }) => categories.map(({ slug, name }) => [slug, name])));
    const options = Array.from(names, ([slug, name]) => new Option(name, slug, false, slug === choice));
    part("category").replaceChildren(new Option("All", ""), ...options);
    part("list").replaceChildren(...all.filter(({ categories }) => !choice || categories.some(({ slug }) => slug === choice)).map(itemOf));
    part("list").querySelector(`a[href="${focused}"]`)?.focus({ preventScroll: true });
}

function itemOf(article) {
    const [item, link] = ["li", "a"].map(name => document.createElement(name));
    Object.assign(link, { href: hashOf(article.id), textContent: article.title, lang: article.language, dir: "auto" });
    if (link.hash === location.hash) link.ariaCurrent = "page";
    item.append(link, dayOf(article));
    return item;
}

// In the sandboxed frame nothing runs, whatever the article contains; it is of the same origin only so that its height can be read.
async function drawArticle() {
    const article = await resultOf(stored("articles").get(decodeURIComponent(location.hash.slice(1))));
    part("article").hidden = !article;
    if (!article) return;
    Object.assign(part("title"), { textContent: article.title, lang: article.language });
    Object.assign(part("published"), { dateTime: article.published, textContent: dayOf(article) });
    part("original").href = article.url;
    part("content").srcdoc = `<!doctype html><html lang="${article.language}" class="content"><base target="_blank">
        <link rel="stylesheet" href="${new URL("reader.css", location)}">${article.content_html}`;
}

part("content").onload = ({ target: { style, contentDocument: { documentElement: page } } }) =>
    new ResizeObserver(() => { style.height = `${page.offsetHeight}px`; }).observe(page);
part("category").onchange = drawList;
window.onhashchange = () => drawArticle().then(drawList).then(() => part("title").focus());
navigator.serviceWorker?.register("sw.js");
await Promise.all([drawList(), drawArticle()]);
while (true) {
    await catchUp().then(follow).catch(error => {
        say(`Offline (${error.message})`);
        return new Promise(resolve => setTimeout(resolve, (Number(error.seconds) || 5) * 1000));
    });
}
