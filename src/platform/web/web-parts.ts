import type { Desk } from '../database/desk.ts'
import type { Log } from '../log.ts'
import type { FormTokens } from './form-token.ts'
import type { RawForm } from './read-sent-form.ts'
import type { Page, PageRequest, Party, Reply, Staff, WebArea } from './route.ts'
import type { AssetFile } from './serve-assets.ts'

export interface PartyEntrance {
  /** Who is signed in in the portal, by the request's cookies. */
  partyOf(cookies: Readonly<Record<string, string>>): Promise<Party | null>
  /** What somebody gets who is not, or no longer, signed in. */
  signedOut(cookies: Readonly<Record<string, string>>): Reply
}

/** What a web server is made of besides its routes. */
export interface WebParts<Purpose extends string> {
  readonly origin: URL
  /** Other origins under which this server is reached, such as 127.0.0.1 beside localhost. */
  readonly otherOrigins: readonly string[]
  readonly trustedProxy?: string | undefined
  readonly desks: Readonly<Record<WebArea, Desk<Purpose>>>
  readonly scopes: readonly { readonly area: string; readonly purpose: string }[]
  readonly tokens: FormTokens
  readonly assets: ReadonlyMap<string, AssetFile>
  readonly log: Log
  /** Who is signed in, by the request's cookies. */
  staffOf(cookies: Readonly<Record<string, string>>): Promise<Staff | null>
  /** How parties come in; without it nobody does. */
  readonly parties?: PartyEntrance | undefined
  mayAct(role: string, purpose: Purpose): boolean
  /** Puts a page into its area's layout. */
  dress(page: Page, request: PageRequest<Purpose>, area: WebArea): Promise<string>
  errorPage(error: { status: number; reference: string; path: string }): Promise<string>
  /** What somebody gets who is not, or no longer, signed in. What they sent is not lost. */
  signedOut(request: {
    path: string
    method: string
    cookies: Readonly<Record<string, string>>
    form: RawForm | null
  }): Promise<Reply>
}
