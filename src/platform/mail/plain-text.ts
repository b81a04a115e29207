import { type DefaultTreeAdapterTypes, parse } from 'parse5'

/** The longest text that is kept of a message, in characters. What is beyond is in the message as it came. */
export const longestText = 100_000

/** Text as it can be stored and shown: composed, one kind of line end, none of the characters that no text has. */
export function cleanText(text: string, longest = longestText): string {
  const calm = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    // Marks that turn the direction of reading make one word look like another.
    .replace(/[\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{4,}/g, '\n\n\n')
    .trim()
  return calm.length <= longest ? calm : calm.slice(0, longest).toWellFormed()
}

/** The same on one line. */
export const cleanLine = (text: string, longest = 300): string => cleanText(text.replace(/\s+/gu, ' '), longest)

const unseen = new Set(['head', 'script', 'style', 'template', 'title', 'noscript', 'iframe', 'object', 'svg', 'math'])
const ownLine = new Set(['p', 'div', 'br', 'tr', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'ul', 'ol', 'hr'])
const apart = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'ul', 'ol', 'blockquote'])

/**
 * What a page of HTML says, as text. Nothing is fetched and nothing acts: a picture is its description, a link is its words with the
 * address behind them. What the sender hid stays hidden.
 */
export function textOfHtml(html: string): string {
  const pieces: string[] = []
  const waiting: (DefaultTreeAdapterTypes.ChildNode | string)[] = [...parse(html).childNodes].reverse()
  // By hand and not by recursion: a hostile page nests as deep as it likes.
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (next === undefined) break
    if (typeof next === 'string') pieces.push(next)
    else if (next.nodeName === '#text')
      pieces.push((next as DefaultTreeAdapterTypes.TextNode).value.replace(/\s+/g, ' '))
    else if ('tagName' in next && isSeen(next)) waiting.push(...insideOf(next).reverse())
  }
  return cleanText(pieces.join('').replace(/ *\n */g, '\n'))
}

function insideOf(element: DefaultTreeAdapterTypes.Element): (DefaultTreeAdapterTypes.ChildNode | string)[] {
  const { tagName, childNodes } = element
  const before = apart.has(tagName) ? '\n\n' : ownLine.has(tagName) ? '\n' : ''
  if (tagName === 'img') return [attribute(element, 'alt') ? `[${attribute(element, 'alt')}]` : '']
  if (tagName === 'li') return ['\n• ', ...childNodes]
  if (tagName === 'td' || tagName === 'th') return [...childNodes, ' ']
  const address = tagName === 'a' ? attribute(element, 'href') : ''
  const shown = /^(?:https?|mailto|tel):/i.test(address) ? ` (${address.slice(0, 500)})` : ''
  return [before, ...childNodes, shown, apart.has(tagName) ? '\n\n' : '']
}

const attribute = (element: DefaultTreeAdapterTypes.Element, name: string): string =>
  element.attrs.find((it) => it.name === name)?.value.trim() ?? ''

const isSeen = (element: DefaultTreeAdapterTypes.Element): boolean =>
  !unseen.has(element.tagName) &&
  !element.attrs.some(
    ({ name, value }) =>
      name === 'hidden' || (name === 'style' && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(value)),
  )
