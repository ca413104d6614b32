// Runs before the page is drawn, so that it doesn't flash in the wrong colours.
"use strict";
(() => {
  const root = document.documentElement;
  const kept = {
    get(key) { try { return localStorage.getItem("rfc-" + key); } catch { return null; } },
    set(key, value) { try { localStorage.setItem("rfc-" + key, value); } catch { /* A page that is a file may not keep anything. */ } },
  };

  const theme = kept.get("theme");
  if (theme) root.dataset.theme = theme;
  const asked = new URLSearchParams(location.search).get("lang");
  let choice = asked || kept.get("language") || "en";
  root.dataset.ui = choice === "zh-TW" ? "zh-TW" : "en";

  const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;

  function show(language) {
    choice = language;
    root.dataset.ui = language === "zh-TW" ? "zh-TW" : "en";
    root.lang = language === "all" ? "en" : language;
    const documents = [...document.querySelectorAll("[data-language]")];
    const isThere = language === "all" || documents.some(d => d.dataset.language === language);
    for (const d of documents) d.hidden = language !== "all" && d.dataset.language !== (isThere ? language : "en");
    for (const note of document.querySelectorAll(".untranslated")) note.hidden = isThere;
    document.querySelector(".documents")?.classList.toggle("beside", language === "all" && documents.length > 1);
    for (const button of document.querySelectorAll("[data-choose]")) button.setAttribute("aria-pressed", String(button.dataset.choose === language));
    const search = document.getElementById("search");
    search.placeholder = language === "zh-TW" ? search.getAttribute("data-placeholder-zh-TW") : "Search";
    fold();
  }

  // Beside the text there is room for the contents; above it they would be in the way.
  function fold() {
    const isWide = matchMedia("(min-width: 64rem)").matches && !document.querySelector(".beside");
    for (const contents of document.querySelectorAll(".contents")) contents.open = isWide;
  }

  // A link into the text of another language turns to that language.
  function follow() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const hidden = target?.closest("[data-language][hidden]");
    if (hidden) show(hidden.dataset.language);
    if (target) target.scrollIntoView();
  }

  // Where a word begins counts more than somewhere inside one; scripts without spaces have no inside.
  function weigh(text, word) {
    let weight = 0;
    for (let at = text.indexOf(word); at >= 0 && weight < 3; at = text.indexOf(word, at + 1)) {
      const isInside = at > 0 && /[a-z0-9]/.test(text[at - 1]) && /[a-z0-9]/.test(word[0]);
      weight = Math.max(weight, isInside ? 1 : 3);
    }
    return weight;
  }

  function find(query) {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    if (!words.length) return [];
    const found = [];
    for (const section of window.rfcSections || []) {
      const title = section.title.toLowerCase(), heading = section.heading.toLowerCase(), text = section.text.toLowerCase();
      let score = 0;
      for (const word of words) {
        const here = 8 * weigh(title, word) + 4 * weigh(heading, word) + 3 * weigh(text, word);
        if (!here) { score = 0; break; }
        score += here;
      }
      if (score) found.push({ section, score: score + (section.lang === (root.dataset.ui || "en") ? 2 : 0) });
    }
    return found.sort((a, b) => b.score - a.score).slice(0, 20).map(entry => ({ section: entry.section, words }));
  }

  function mark(element, text, words) {
    const lower = text.toLowerCase();
    for (let at = 0; at < text.length;) {
      let next = -1, length = 0;
      for (const word of words) {
        const i = lower.indexOf(word, at);
        if (i >= 0 && (next < 0 || i < next)) { next = i; length = word.length; }
      }
      if (next < 0) { element.append(text.slice(at)); break; }
      element.append(text.slice(at, next));
      const hit = document.createElement("mark");
      hit.textContent = text.slice(next, next + length);
      element.append(hit);
      at = next + length;
    }
  }

  function list(query) {
    const results = document.getElementById("results");
    const found = find(query);
    results.replaceChildren(...found.map(({ section, words }) => {
      const item = document.createElement("li"), link = document.createElement("a"), where = document.createElement("strong"), part = document.createElement("span");
      link.href = section.url;
      link.lang = section.lang;
      mark(where, section.heading ? section.title + " · " + section.heading : section.title, words);
      const first = Math.min(...words.map(word => { const i = section.text.toLowerCase().indexOf(word); return i < 0 ? 0 : i; }));
      const start = Math.max(0, first - 40);
      mark(part, (start ? "…" : "") + section.text.slice(start, start + 160), words);
      link.append(where, part);
      item.append(link);
      return item;
    }));
    if (!found.length && query.trim()) {
      const none = document.createElement("li");
      none.className = "none";
      none.textContent = root.dataset.ui === "zh-TW" ? "沒有符合的結果" : "Nothing found";
      results.append(none);
    }
    results.hidden = !query.trim();
  }

  document.addEventListener("DOMContentLoaded", () => {
    for (const button of document.querySelectorAll("[data-choose]"))
      button.addEventListener("click", () => { kept.set("language", button.dataset.choose); show(button.dataset.choose); });
    document.getElementById("theme").addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      kept.set("theme", root.dataset.theme);
    });
    const search = document.getElementById("search"), results = document.getElementById("results");
    search.addEventListener("input", () => list(search.value));
    search.addEventListener("focus", () => list(search.value));
    search.addEventListener("keydown", e => {
      if (e.key === "Escape") { search.value = ""; list(""); }
      if (e.key === "Enter" || e.key === "ArrowDown") { const link = results.querySelector("a"); if (link) { e.preventDefault(); if (e.key === "Enter") link.click(); else link.focus(); } }
    });
    results.addEventListener("keydown", e => {
      const to = e.key === "ArrowDown" ? e.target.closest("li")?.nextElementSibling : e.key === "ArrowUp" ? e.target.closest("li")?.previousElementSibling : null;
      if (to) { e.preventDefault(); to.querySelector("a")?.focus(); }
      if (e.key === "Escape") { results.hidden = true; search.focus(); }
    });
    results.addEventListener("click", () => { results.hidden = true; });
    document.addEventListener("click", e => { if (!e.target.closest(".search")) results.hidden = true; });
    document.addEventListener("keydown", e => { if (e.key === "/" && !e.target.closest("input")) { e.preventDefault(); search.focus(); } });
    addEventListener("hashchange", follow);
    show(choice);
    follow();
  });
})();
