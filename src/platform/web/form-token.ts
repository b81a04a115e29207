import { createHmac, timingSafeEqual } from 'node:crypto'
import { asId, type Id, isId, newId } from '../../values/ids.ts'

/**
 * The one hidden field of every form: request key, time of making and a signature that binds both to the person and the area. It
 * makes a change happen once, proves that the form came from here, and shows how long ago. Uses the machine's clock.
 */
export interface FormTokens {
  make(area: string, person: Id | null): string
  /** Null when the token is not ours, not for this person, or older than a week. */
  read(token: string | undefined, area: string, person: Id | null): { key: Id; age: number } | null
}

const longestAge = 7 * 24 * 3600

export function formTokens(secret: Buffer, machineNow: () => number): FormTokens {
  const sign = (text: string) => createHmac('sha256', secret).update(text).digest('base64url')
  return {
    make(area, person) {
      const body = `${newId()}.${Math.floor(machineNow() / 1000).toString(36)}`
      return `${body}.${sign(`${body}.${area}.${person ?? ''}`)}`
    },
    read(token, area, person) {
      const [key, made, signature, ...rest] = (token ?? '').split('.')
      if (!isId(key) || !made || !signature || rest.length > 0) return null
      if (!sameText(signature, sign(`${key}.${made}.${area}.${person ?? ''}`))) return null
      const age = Math.floor(machineNow() / 1000) - Number.parseInt(made, 36)
      return age >= 0 && age <= longestAge ? { key: asId(key), age } : null
    },
  }
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
