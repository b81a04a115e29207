import type { VNode } from 'preact'
import type { Id } from '../../values/ids.ts'
import type { Desk } from '../database/desk.ts'
import type { SentForm } from './sent-form.ts'

/** The areas that have pages. */
export type WebArea = 'public' | 'portal' | 'office'

/** A member of staff who is signed in. */
export interface Staff {
  readonly id: Id
  readonly name: string
  readonly role: string
  /** Until when a file that is not theirs is, or was, open to them. */
  readonly glassUntil?: Temporal.Instant
}

/** Somebody who is signed in in the portal. A party acts as the person that they are, a referrer as the professional. */
export interface Party {
  readonly id: Id
  readonly kind: 'party' | 'referrer'
}

/** What a route is given. */
export interface PageRequest<Purpose extends string = string> {
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** What was sent, for POST; empty for GET. */
  readonly form: SentForm
  readonly desk: Desk<Purpose>
  readonly staff: Staff | null
  /** In the portal, whoever is signed in there. */
  readonly party?: Party | null
  readonly now: Temporal.Instant
  readonly today: Temporal.PlainDate
  /** The visitor's network address, for limits only: never stored, never logged. */
  readonly address: string
  /** How the browser names itself, for the list of a colleague's sign-ins. */
  readonly agent?: string
  readonly cookies: Readonly<Record<string, string>>
  /** A fresh token for a form on this page: its request key, proof of origin and time of making in one hidden field. */
  formToken(): string
}

/** A request to a page of the office: somebody is signed in. */
export type StaffRequest<Purpose extends string = string> = PageRequest<Purpose> & { readonly staff: Staff }

/** A request to a page of the portal: somebody is signed in whom it lets in. */
export type PartyRequest<Purpose extends string = string> = PageRequest<Purpose> & { readonly party: Party }

export interface Page {
  readonly title: string
  readonly body: VNode
  readonly status?: number
  /** True when the page shows errors of a form: the title says so first. */
  readonly invalid?: boolean
  /** Off for pages on which nobody at risk would be seen. */
  readonly exitThisPage?: boolean
  /** A full-width band above the words of a public page. */
  readonly lead?: VNode
  /** Printed on its own, without the service's navigation. */
  readonly forPrint?: boolean
  /** A part of a page that a script asked for: it comes without any layout. */
  readonly fragment?: boolean
}

export interface SetCookie {
  readonly name: string
  readonly value: string
  /** Seconds; 0 removes it. */
  readonly maxAge: number
}

export type Reply = (
  | { readonly page: Page }
  | { readonly redirect: string }
  | {
      readonly file: {
        readonly name: string
        readonly type: string
        readonly bytes: Buffer
        readonly inline?: boolean
        /** Fetched by a program and not by a browser: nobody between is to keep it, whatever they make of `no-store`. */
        readonly private?: true
      }
    }
  | { readonly text: string; readonly status?: number }
  | { readonly notFound: true }
) & { readonly cookies?: readonly SetCookie[] }

/** Who may come in: anybody; any member of staff; staff whose role may act under the route's purpose; a party; a referrer; either. */
export type Entry = 'anybody' | 'staff' | 'purpose' | 'party' | 'referrer' | 'portal'

/**
 * One address of the software. The server refuses to start when a route lacks its area, purpose or entry, or names a purpose that
 * the policy does not give to that area.
 */
export interface Route<Purpose extends string = string> {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly area: WebArea
  readonly purpose: Purpose
  readonly entry: Entry
  /** Largest body in bytes; the server's limit for forms unless said. */
  readonly bodyLimit?: number
  handle(request: PageRequest<Purpose>): Promise<Reply>
}

/** A part of a page, read in a scope of its own under its own purpose. */
export interface Panel<Purpose extends string = string, Subject = Id> {
  readonly name: string
  readonly area: WebArea
  readonly purpose: Purpose
  show(request: StaffRequest<Purpose>, subject: Subject): Promise<VNode | null>
}

/** A dated piece of work that the worker's tick asks for. */
export interface Job<Purpose extends string = string> {
  readonly name: string
  readonly purpose: Purpose
  /** Does all that is due now; answers how many things it did. */
  run(desk: Desk<Purpose>): Promise<number>
}
