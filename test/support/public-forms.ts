import { expect } from 'vitest'
import { publicEnquiryRoutes } from '../../src/features/enquiries/plugin.ts'
import type { Fields } from './bad-input.ts'
import { elementsOf, valuesOf } from './html-reading.ts'
import { publishedOf, serveRoutes } from './serve-routes.tsx'
import type { TestService } from './service.ts'

/** The website's forms on a server, sent as a person sends them: read for a while, each time from another address. */
export async function publicForms(service: TestService, perAddress: number) {
  const served = await serveRoutes(service, (machine) =>
    publicEnquiryRoutes({
      policy: service.policy,
      published: publishedOf(service),
      secret: Buffer.alloc(32, 3),
      machineNow: () => machine.now,
      origin: new URL('https://service.example'),
      limits: { perAddress, inAll: 1000, withinMinutes: 60 },
    }),
  )
  let lastAddress = 0
  const somebodyElse = () => `198.51.100.${++lastAddress}`
  const fresh = async (path: string, readFor = 30_000): Promise<string> => {
    const { body } = await served.app.inject({ url: path })
    served.machine.now += readFor
    return valuesOf(elementsOf(body), '_form').at(-1) ?? ''
  }
  const post = (path: string, body: URLSearchParams, from = somebodyElse()) =>
    served.app.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: served.origin.origin },
      payload: body.toString(),
      remoteAddress: from,
    })
  const send = async (path: string, fields: Fields, from?: string, readFor?: number) => {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries({ _form: await fresh(path, readFor), ...fields }))
      for (const one of [value].flat()) body.append(name, one)
    return post(path, body, from)
  }
  return { served, fresh, post, send, somebodyElse }
}

export type PublicForms = Awaited<ReturnType<typeof publicForms>>
export type Answer = Awaited<ReturnType<PublicForms['send']>>

/** What was made of a form that was taken. */
export async function receivedFrom(service: TestService, answer: Answer) {
  expect(answer.statusCode).toBe(303)
  const address = String(answer.headers.location)
  const reference = /^\/sent\/(E-[A-Z0-9-]+)\./.exec(address)?.[1] ?? ''
  const look = (sql: string, value: string) => service.look<Record<string, string>>(sql, [value])
  const [enquiry] = await look('SELECT * FROM ev.enquiry WHERE reference = $1', reference)
  const id = enquiry?.id
  if (!enquiry || !id) throw new Error('no enquiry was made')
  const tasks = await look('SELECT kind, for_role, due_on::text FROM ev.task WHERE enquiry_id = $1', id)
  const messages = await look(
    'SELECT channel, recipient, status, subject, body FROM ev.message WHERE enquiry_id = $1',
    id,
  )
  return { address, reference, enquiry, messages, tasks }
}

/** As little as a self-referral can hold. */
export const shortReferral: Fields = {
  given_name: 'Ade',
  family_name: 'Brook',
  topic: 'children',
  message: 'canary-words',
}
