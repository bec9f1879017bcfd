import { SignInByLinkPage } from '../accounts/SignInByLinkPage.tsx'
import { SignInPage } from '../accounts/SignInPage.tsx'
import { IllustrativeBanner } from './IllustrativeBanner.tsx'
import { Mark } from './Mark.tsx'

export const SignInRoute = () => <SignInPage banner={<IllustrativeBanner />} mark={<Mark size={40} />} />
export const SignInByLinkRoute = () => <SignInByLinkPage banner={<IllustrativeBanner />} mark={<Mark size={40} />} />
