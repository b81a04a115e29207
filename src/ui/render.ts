import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** A whole HTML document as text, doctype first. Everything in it is escaped except what `Raw` was given. */
export const renderPage = (page: VNode): string => `<!DOCTYPE html>\n${renderToString(page)}\n`

/** A part of a page as HTML text, for a fragment that a script asks for or for a test. */
export const renderPart = (part: VNode): string => renderToString(part)
