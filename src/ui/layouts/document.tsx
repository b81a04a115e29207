import { assetUrl } from '../assets/assets.ts'
import { type Content, classNames, type Options } from '../components/common.ts'

export type DocumentProps = Options<{
  /** The page's own name; `hasErrors` puts "Error: " before it, so that a screen reader says so first. */
  title: string
  serviceName: string
  hasErrors?: boolean
  area: 'public' | 'office'
  /** Follows the person's wish for a dark page. */
  adapts?: boolean
  /** Keeps the page out of search engines. */
  unlisted?: boolean
  bodyClass?: string
  children: Content
}>

/** The HTML document around every page: language, title, styles, script. Nothing in it is inline. */
export function Document(props: DocumentProps) {
  const { title, serviceName, hasErrors, area, adapts, unlisted, bodyClass, children } = props
  return (
    <html lang="en-GB" class={classNames('govuk-template', adapts && 'ev-adapts')}>
      <head>
        <meta charset="utf-8" />
        <title>{`${hasErrors ? 'Error: ' : ''}${title} – ${serviceName}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        {adapts && <meta name="color-scheme" content="light dark" />}
        {unlisted && <meta name="robots" content="noindex, nofollow" />}
        <link rel="icon" type="image/svg+xml" href={assetUrl('favicon.svg')} />
        <link rel="preload" as="font" type="font/woff2" crossorigin="anonymous" href={assetUrl('typeface.woff2')} />
        <link rel="stylesheet" href={assetUrl(`${area}.css`)} />
        <script type="module" src={assetUrl(`${area}.js`)} />
      </head>
      <body class={classNames('govuk-template__body', bodyClass)}>{children}</body>
    </html>
  )
}
