"use strict";
// The live part of the report. Whatever comes from texts, packs and paths goes into the page
// by textContent and setAttribute alone: nothing of it is ever read as markup.

const SEVERITIES = ["neutral", "minor", "major", "critical"];
const ICONS = ["○", "●", "▲", "◆"];
const CONFIDENCES = ["low", "medium", "high"];
const FIXES = ["manual", "unsafe", "safe"];
const FIX_LABELS = ["Suggestion", "Unsafe fix", "Safe fix"];
const WAYS = { fix: "to fix", ignore: "to ignore", later: "for later" };
const GROUPS = ["file", "rule", "suggestion", "severity", "language", "none"];

const byId = (id) => document.getElementById(id);
const all = (selector) => document.querySelectorAll(selector);
const on = (id, event, act) => byId(id).addEventListener(event, act);
const clamp = (value, least, most) => Math.min(Math.max(value, least), most);
const number = (count) => count.toLocaleString("en");
const plural = (count, noun) => `${number(count)} ${noun}${count === 1 ? "" : "s"}`;

/**
 * Return an element: `p.quiet.large` has two classes. Of the parts, plain objects are attributes,
 * functions among them listeners; strings and nodes are what it holds, and nothing is nothing.
 */
function el(name, ...parts) {
  const [tag, ...classes] = name.split(".");
  const node = document.createElement(tag);
  if (classes.length) node.className = classes.join(" ");
  for (const part of parts.flat(Infinity)) {
    if (part?.constructor === Object) Object.entries(part).forEach((each) => attach(node, ...each));
    else if (part) node.append(part);
  }
  return node;
}

function attach(node, name, value) {
  if (typeof value === "function") node.addEventListener(name, value);
  else if (value != null && value !== false) node.setAttribute(name, value === true ? "" : value);
}

const quiet = (...parts) => el("p.quiet", parts);
const bdi = (text) => el("bdi", shown(text));
const button = (label, act, ...rest) =>
  el("button", { type: "button", click: act }, ...rest, label);

/** Say something to those who look and to those who listen. */
function say(sentence) {
  byId("said").textContent = sentence;
}

/** What this browser keeps; one that keeps nothing is told of. */
const memory = {
  get(key) {
    try {
      return localStorage.getItem(`mtaudit:${key}`);
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      localStorage.setItem(`mtaudit:${key}`, value);
    } catch {
      say("This browser keeps nothing: export before you close the page");
    }
  }
};
