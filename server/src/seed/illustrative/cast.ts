import type { Role, Viewer } from '@cchc/domain/access/permissions.ts'
import { addAccount, type NewAccount } from '../../accounts/create-account.ts'
import { type Ground, withContext } from '../../platform/context.ts'
import type { SignIn } from '../../platform/sign-in.ts'

/** The people of the illustrative season: a post stands where a name would, because nobody of them is real. */
export interface OfficeCast {
  readonly planner: Viewer
  readonly standingDeputy: Viewer
  readonly leader: Viewer
  readonly administrator: Viewer
  readonly cityViewer: Viewer
  readonly press: Viewer
  /** Leaders and officers of the agencies in the team, by agency code. */
  readonly deputies: ReadonlyMap<string, Viewer>
  readonly members: ReadonlyMap<string, Viewer>
  /** Who registers the agencies' own thematic inspections, by agency code. */
  readonly coordinators: ReadonlyMap<string, Viewer>
}

/** Who writes and who sends in each inspected unit, by unit code. */
export interface UnitCast {
  readonly officers: ReadonlyMap<string, Viewer>
  readonly heads: ReadonlyMap<string, Viewer>
}

export type Cast = OfficeCast & UnitCast

type Part = Pick<NewAccount, 'username' | 'fullName' | 'post' | 'unitCode'> & { role: Role }

export interface Place {
  readonly code: string
  readonly name: string
}

/** Admits the office, the team and the readers. Their accounts have no password; only first-run links open them. */
export async function castOffice(
  ground: Ground,
  signIn: SignIn,
  { office, agencies }: { office: Place; agencies: readonly Place[] },
): Promise<OfficeCast> {
  const admit = admitter(ground, signIn)
  return {
    planner: await admit({
      role: 'planner',
      username: 'thu-ky',
      fullName: 'Chuyên viên Phòng CCHC',
      post: `Chuyên viên, ${office.name}`,
      unitCode: office.code,
    }),
    standingDeputy: await admit({
      role: 'standing-deputy',
      username: 'pho-truong-doan',
      fullName: 'Phó Trưởng đoàn Thường trực',
      post: `Phó Giám đốc ${office.name}`,
      unitCode: office.code,
    }),
    leader: await admit({
      role: 'team-leader',
      username: 'truong-doan',
      fullName: 'Trưởng đoàn kiểm tra',
      post: 'Phó Chủ tịch UBND',
      unitCode: null,
    }),
    administrator: await admit({
      role: 'administrator',
      username: 'quan-tri',
      fullName: 'Quản trị hệ thống',
      post: `Công chức CNTT, ${office.name}`,
      unitCode: office.code,
    }),
    cityViewer: await admit({
      role: 'city-viewer',
      username: 'van-phong-ubnd',
      fullName: 'Văn phòng UBND',
      post: 'Chuyên viên theo dõi CCHC',
      unitCode: null,
    }),
    press: await admit({
      role: 'press',
      username: 'bao-chi',
      fullName: 'Phóng viên',
      post: 'Cơ quan báo chí',
      unitCode: null,
    }),
    deputies: await admitAll(admit, 'field-deputy', agencies, (agency) => ({
      username: `lanh-dao-${word(agency.code)}`,
      fullName: `Lãnh đạo ${agency.name}`,
      post: `Lãnh đạo ${agency.name}`,
    })),
    members: await admitAll(admit, 'team-member', agencies, (agency) => ({
      username: `thanh-vien-${word(agency.code)}`,
      fullName: `Chuyên viên ${agency.name}`,
      post: `Chuyên viên ${agency.name}`,
    })),
    coordinators: await admitAll(admit, 'thematic-coordinator', agencies, (agency) => ({
      username: `dau-moi-${word(agency.code)}`,
      fullName: `Đầu mối chuyên đề ${agency.name}`,
      post: `Chuyên viên ${agency.name}`,
    })),
  }
}

/** Admits one officer and the head of each inspected unit. */
export async function castUnits(ground: Ground, signIn: SignIn, units: readonly Place[]): Promise<UnitCast> {
  const admit = admitter(ground, signIn)
  return {
    officers: await admitAll(admit, 'unit-officer', units, (unit) => ({
      username: `cong-chuc-${word(unit.code)}`,
      fullName: `Công chức ${unit.name}`,
      post: 'Công chức đầu mối cải cách hành chính',
    })),
    heads: await admitAll(admit, 'unit-head', units, (unit) => ({
      username: `thu-truong-${word(unit.code)}`,
      fullName: `Lãnh đạo ${unit.name}`,
      post: 'Thủ trưởng cơ quan, đơn vị',
    })),
  }
}

const mailedRoles: readonly Role[] = ['unit-officer', 'unit-head', 'press']

function admitter(ground: Ground, signIn: SignIn) {
  return async ({ role, ...part }: Part): Promise<Viewer> => {
    // An address that leads nowhere, so that the outbox has something to show.
    const email = mailedRoles.includes(role) ? `${part.username}@vi-du.invalid` : null
    const account = { ...part, roles: [role], password: null, email, phone: null, illustrative: true }
    const { personId } = await withContext(ground, nobody, (context) => addAccount(context, signIn, account))
    return { personId, fullName: part.fullName, post: part.post, roles: [role], unitCode: part.unitCode }
  }
}

async function admitAll(
  admit: (part: Part) => Promise<Viewer>,
  role: Role,
  places: readonly Place[],
  person: (place: Place) => Omit<Part, 'role' | 'unitCode'>,
): Promise<Map<string, Viewer>> {
  const admitted = new Map<string, Viewer>()
  for (const place of places) admitted.set(place.code, await admit({ role, unitCode: place.code, ...person(place) }))
  return admitted
}

const word = (code: string) => code.toLowerCase().replaceAll(/[^a-z0-9]/gu, '')

/** Whoever makes the first accounts, before anybody is there. */
export const nobody: Viewer = {
  personId: '00000000-0000-4000-8000-000000000000',
  fullName: 'Lần chạy đầu',
  post: '',
  roles: ['administrator'],
  unitCode: null,
}
