import {
  EntityAboutCard,
  EntityLayout,
  EntitySwitch,
} from '@backstage/plugin-catalog';
import Grid from '@material-ui/core/Grid';
import {
  EntitySecurityCard,
  EntitySecurityContent,
  isSecurityAvailable,
} from 'backstage-plugin-security-posture/legacy';

const overview = (
  <Grid container spacing={3}>
    <Grid item xs={12} md={6}>
      <EntityAboutCard />
    </Grid>
    <EntitySwitch>
      <EntitySwitch.Case if={isSecurityAvailable}>
        <Grid item xs={12} md={6}>
          <EntitySecurityCard />
        </Grid>
      </EntitySwitch.Case>
    </EntitySwitch>
  </Grid>
);

export const entityPage = (
  <EntityLayout>
    <EntityLayout.Route path="/" title="Overview">
      {overview}
    </EntityLayout.Route>
    <EntityLayout.Route
      path="/security"
      title="Security"
      if={isSecurityAvailable}
    >
      <EntitySecurityContent />
    </EntityLayout.Route>
  </EntityLayout>
);
