// Keeps the reader's own files, so that it opens without a network. The articles are in IndexedDB.
const files = ["./", "index.html", "reader.js", "reader.css"].map(file => new URL(file, self.location).href);

self.addEventListener("install", event => event.waitUntil(caches.open("reader").then(cache => cache.addAll(files))));

self.addEventListener("fetch", event => {
    const file = event.request.url.replace(/[?#].*/, "");
    if (files.includes(file)) event.respondWith(freshest(event.request, file));
});

async function freshest(request, file) {
    const cache = await caches.open("reader");
    try {
        const response = await fetch(request);
        if (response.ok) await cache.put(file, response.clone());
        return response;
    } catch (offline) {
        return await cache.match(file) ?? Promise.reject(offline);
    }
}
