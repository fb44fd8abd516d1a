"use strict";
// Runs before anything is drawn: the theme of last time, and whether the script can run.
{
  const root = document.documentElement;
  let theme = null;
  try { theme = localStorage.getItem("mtaudit:theme"); } catch { /* no storage: follow the system */ }
  if (theme) root.dataset.theme = theme;
  if ("DecompressionStream" in self && CSS.supports("color", "light-dark(red, red)")) root.dataset.js = "";
}
