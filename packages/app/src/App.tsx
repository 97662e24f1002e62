import { createApp } from '@backstage/frontend-defaults';
import { navModule } from './modules/nav';

// Everything else is discovered: `app.packages: all` in app-config.yaml.
export default createApp({ features: [navModule] });
