import type { FastifyReply, FastifyRequest } from 'fastify'
import { dayOf } from '../clock/service-clock.ts'
import { cookieHeader, readCookies } from './cookies.ts'
import { type RawForm, readBody, sentForm, tokenField } from './read-sent-form.ts'
import type { PageRequest, Party, Reply, Route, Staff } from './route.ts'
import { sendError } from './send-error.ts'
import type { SentForm } from './sent-form.ts'
import type { WebParts } from './web-parts.ts'

export async function answerRoute<Purpose extends string>(
  route: Route<Purpose>,
  parts: WebParts<Purpose>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (route.method === 'POST' && !isFromHere(parts, request)) return sendError(parts, request, reply, 403)
  const cookies = readCookies(request.headers.cookie)
  const staff = route.area === 'office' ? await parts.staffOf(cookies) : null
  const party = route.area === 'portal' ? ((await parts.parties?.partyOf(cookies)) ?? null) : null
  const raw = route.method === 'POST' ? await readBody(request) : null
  if (route.area === 'portal' && route.entry !== 'anybody' && !party)
    return send(parts, reply, parts.parties?.signedOut(cookies) ?? { notFound: true }, null, route, request)
  if ((route.entry === 'staff' || route.entry === 'purpose') && !staff) {
    return send(
      parts,
      reply,
      await parts.signedOut({ path: request.url, method: route.method, cookies, form: raw }),
      null,
      route,
    )
  }
  // "No such page" and "not yours" answer alike.
  if (party && (route.entry === 'party' || route.entry === 'referrer') && party.kind !== route.entry)
    return sendError(parts, request, reply, 404)
  if (route.entry === 'purpose' && staff && !parts.mayAct(staff.role, route.purpose))
    return sendError(parts, request, reply, 404)
  const form = raw ? tokenForm(parts, route, raw, staff ?? party) : noForm
  if (!form) return sendError(parts, request, reply, 403)
  const page = pageRequest(parts, route, request, { cookies, staff, party, form })
  return send(parts, reply, await route.handle(page), page, route, request)
}

/** A change must come from a page of this server: by the browser's word on where it comes from, and by the form's own token. */
function isFromHere<Purpose extends string>(parts: WebParts<Purpose>, request: FastifyRequest): boolean {
  const origin = request.headers.origin
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  return origin === undefined
    ? site === 'same-origin'
    : origin === parts.origin.origin || parts.otherOrigins.includes(origin)
}

const noForm: SentForm = { values: {}, lists: {}, files: {}, key: '' as SentForm['key'], age: 0 }

function tokenForm<Purpose extends string>(
  parts: WebParts<Purpose>,
  route: Route<Purpose>,
  raw: RawForm,
  person: Staff | Party | null,
): SentForm | null {
  const token = parts.tokens.read(raw.values[tokenField], route.area, person?.id ?? null)
  return token && sentForm(raw, token)
}

function pageRequest<Purpose extends string>(
  parts: WebParts<Purpose>,
  route: Route<Purpose>,
  request: FastifyRequest,
  known: {
    cookies: Readonly<Record<string, string>>
    staff: Staff | null
    party: Party | null
    form: SentForm
  },
): PageRequest<Purpose> {
  const desk = parts.desks[route.area]
  const now = desk.clock.now()
  return {
    ...known,
    path: new URL(request.url, parts.origin).pathname,
    params: request.params as Record<string, string>,
    query: onlyTexts(request.query),
    desk,
    now,
    today: dayOf(now),
    address: request.ip,
    agent: request.headers['user-agent'] ?? '',
    formToken: () => parts.tokens.make(route.area, (known.staff ?? known.party)?.id ?? null),
  }
}

const onlyTexts = (query: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query as Record<string, unknown>).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )

async function send<Purpose extends string>(
  parts: WebParts<Purpose>,
  reply: FastifyReply,
  answer: Reply,
  page: PageRequest<Purpose> | null,
  route: Route<Purpose>,
  request?: FastifyRequest,
): Promise<FastifyReply> {
  for (const cookie of answer.cookies ?? []) reply.header('set-cookie', cookieHeader(cookie, parts.origin))
  if ('redirect' in answer) return reply.redirect(answer.redirect, 303)
  if ('text' in answer)
    return reply
      .code(answer.status ?? 200)
      .type('text/plain; charset=utf-8')
      .send(answer.text)
  if ('file' in answer) return sendFile(reply, answer.file)
  if ('page' in answer && page) {
    const html = await parts.dress(answer.page, page, route.area)
    return reply
      .code(answer.page.status ?? (answer.page.invalid ? 422 : 200))
      .type('text/html; charset=utf-8')
      .send(html)
  }
  if (request) return sendError(parts, request, reply, 404)
  throw new Error('a page for somebody who is signed out must be a redirect')
}

function sendFile(reply: FastifyReply, file: Extract<Reply, { file: unknown }>['file']): FastifyReply {
  const disposition = file.inline ? 'inline' : 'attachment'
  // Opened in a tab, a file from outside runs nothing and reaches nothing.
  reply.header('content-security-policy', "default-src 'none'; sandbox")
  reply.header(
    'content-disposition',
    `${disposition}; filename*=UTF-8''${encodeURIComponent(file.name).replaceAll("'", '%27')}`,
  )
  if (file.private) reply.header('cache-control', 'private, no-store')
  return reply.type(file.type).send(file.bytes)
}
