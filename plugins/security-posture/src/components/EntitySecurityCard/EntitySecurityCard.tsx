import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { usePosture } from '../../hooks/usePosture';
import { useTabPath } from '../../hooks/useTabPath';
import { securityPostureTranslationRef } from '../../translation';
import { PostureState } from '../PostureState';
import { RequestFailed } from '../RequestFailed';
import { CardContent } from './CardContent';

function PostureOf({ entityRef }: { entityRef: string }) {
  const { value, failure, retry } = usePosture(entityRef);
  if (failure) return <RequestFailed failure={failure} onRetry={retry} />;
  if (!value) return <PostureState kind="loading" shape="list" />;
  return <CardContent posture={value} />;
}

/** The security posture of the entity in context, in a few lines. */
export function EntitySecurityCard() {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const path = useTabPath();
  return (
    <EntityInfoCard
      title={t('entityCard.title')}
      footerActions={path && <Link to={path}>{t('entityCard.open')}</Link>}
    >
      <Typography variant="body2" component="div">
        <PostureOf key={entityRef} entityRef={entityRef} />
      </Typography>
    </EntityInfoCard>
  );
}
