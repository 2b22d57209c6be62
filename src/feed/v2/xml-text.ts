/** Text as XML 1.0 allows it: V2 documents carry texts that packages wrote, and one forbidden character breaks a whole feed. */

/** What must not stand as it is: markup, and what XML 1.0 forbids even when escaped. */
const UNSAFE = /[&<>"\r]|[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/u;
const EACH_UNSAFE = new RegExp(UNSAFE.source, 'gu');

/** Escaped for element text and for attributes in double quotes; forbidden characters are dropped. */
export function escapeXml(text: string): string {
  return UNSAFE.test(text) ? text.replace(EACH_UNSAFE, escapeCharacter) : text;
}

function escapeCharacter(character: string): string {
  switch (character) {
    case '&':
      return '&amp;';
    case '<':
      return '&lt;';
    case '>':
      return '&gt;';
    case '"':
      return '&quot;';
    case '\r':
      // A parser would turn a bare carriage return into a line feed.
      return '&#xD;';
    default:
      return '';
  }
}
