/** The names that pages ask for; what is served carries a hash of the content in its name, so it may be kept for ever. */
export type AssetName =
  | 'public.css'
  | 'office.css'
  | 'public.js'
  | 'office.js'
  | 'diary.js'
  | 'passkeys.js'
  | 'favicon.svg'
  | 'typeface.woff2'
  | 'typeface-extended.woff2'
  | 'typeface-italic.woff2'

export type AssetFile = {
  readonly body: Buffer
  readonly brotli?: Buffer
  readonly gzip?: Buffer
  /** The media type with charset, for the `Content-Type` header. */
  readonly type: string
}

export type Assets = {
  /** The path of an asset, `/assets/…`. */
  readonly url: (name: AssetName) => string
  /** Every file by its path. */
  readonly files: ReadonlyMap<string, AssetFile>
}

export const ASSETS_PATH = '/assets/'

let current: Assets | undefined

/** Told once, before the first page: pages are drawn in many places, and all of one process show the same assets. */
export function setAssets(assets: Assets): void {
  current = assets
}

/** The path of an asset for a page. Before `setAssets`, which only a test of a page's words leaves out, its plain name. */
export const assetUrl = (name: AssetName): string => current?.url(name) ?? `${ASSETS_PATH}${name}`
