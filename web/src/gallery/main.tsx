import '../theme/tokens.css'
import '../theme/fonts.css'
import '../theme/base.css'
import { createRoot } from 'react-dom/client'
import { applyAppearance } from '../platform/appearance.ts'
import { Gallery } from './Gallery.tsx'

applyAppearance()
createRoot(document.getElementById('app')!).render(<Gallery />)
