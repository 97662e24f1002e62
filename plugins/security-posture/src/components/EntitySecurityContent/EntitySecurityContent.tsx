import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import Card from '@material-ui/core/Card';
import Typography from '@material-ui/core/Typography';
import { usePosture } from '../../hooks/usePosture';
import { PostureState } from '../PostureState';
import { RequestFailed } from '../RequestFailed';
import { SecurityPage } from './SecurityPage';

function SecurityOf({ entityRef }: { entityRef: string }) {
  const { value, failure, retry } = usePosture(entityRef);
  if (failure) {
    return (
      <Card variant="outlined">
        <RequestFailed failure={failure} onRetry={retry} />
      </Card>
    );
  }
  if (!value) return <PostureState kind="loading" />;
  return <SecurityPage posture={value} />;
}

/** The Security tab of the entity in context. */
export function EntitySecurityContent() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  // Another entity starts anew: nothing of this one may show under its name.
  return (
    <Typography variant="body2" component="div">
      <SecurityOf key={entityRef} entityRef={entityRef} />
    </Typography>
  );
}
