import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attribute, type Element, elementsOf, textOf } from '../support/html-reading.ts'
import type { TestPolicy } from '../support/policies.ts'
import { publicPages } from '../support/public-pages.ts'
import { type TestService, testService } from '../support/service.ts'
import { type WholeService, wholeService } from '../support/whole-service.ts'

describe.each<TestPolicy>(['trust', 'parents'])('T27: other websites are other people’s (%s)', (policy) => {
  let db: TestService
  let whole: WholeService
  beforeAll(async () => {
    db = await testService({ policy })
    whole = await wholeService(db)
  })
  afterAll(async () => {
    await whole?.end()
    await db?.end()
  })

  const hrefOf = (link: Element) => attribute(link, 'href') ?? ''
  const leadsAway = (link: Element) => {
    const url = new URL(hrefOf(link), whole.service.origin)
    return /^https?:$/.test(url.protocol) && url.origin !== whole.service.origin.origin
  }
  const linksOf = (html: string) => elementsOf(html).filter((it) => it.tagName === 'a' || it.tagName === 'area')

  /** What stands right behind a link. */
  const after = (link: Element) => {
    const around = link.parentNode?.childNodes ?? []
    return around
      .slice(around.indexOf(link) + 1)
      .map(textOf)
      .join('')
  }
  /** The way out for somebody who may be watched says by its words that one leaves; more would give away why it is there. */
  const isWayOut = (link: Element) =>
    textOf(link).trim() === 'Leave this page' && /exit-this-page/.test(attribute(link, 'class') ?? '')

  test('every link that leads away says so, and the other website is not told where the reader was', async () => {
    const marked: string[] = []
    for (const page of [...(await publicPages(whole)), '/no-such-page']) {
      const away = linksOf((await whole.visitor().get(page)).html).filter(leadsAway)
      for (const link of away) {
        expect(attribute(link, 'rel'), `${page} ${hrefOf(link)}`).toContain('noreferrer')
        if (isWayOut(link)) continue
        expect(after(link), `${page} ${hrefOf(link)}`).toMatch(/^\s*\(another website\)/)
        marked.push(hrefOf(link))
      }
    }
    expect(marked.length).toBeGreaterThan(3)
  })

  test('no form sends what somebody typed to another website, and no page moves on to one by itself', async () => {
    for (const page of await publicPages(whole)) {
      const elements = elementsOf((await whole.visitor().get(page)).html)
      const targets = elements.flatMap((it) =>
        [attribute(it, 'action') ?? [], attribute(it, 'formaction') ?? []].flat(),
      )
      expect(
        targets.filter((it) => !/^\/(?!\/)/.test(it)),
        page,
      ).toEqual([])
      expect(
        elements.filter((it) => attribute(it, 'http-equiv') === 'refresh'),
        page,
      ).toEqual([])
    }
  })

  test('an address in the service’s own words is words: it makes no link that says nothing', async () => {
    const administrator = await whole.signedIn('administrator')
    const text = 'Read https://elsewhere.example/ and <a href="//elsewhere.example">this</a>'
    const saved = await administrator.send('/office/settings/wording/home.welcome', { text })
    expect(saved.status).toBe(303)
    const { html } = await whole.visitor().get('/')
    expect(html).toContain('https://elsewhere.example/')
    expect(linksOf(html).filter((it) => hrefOf(it).includes('elsewhere'))).toEqual([])
  })
})
