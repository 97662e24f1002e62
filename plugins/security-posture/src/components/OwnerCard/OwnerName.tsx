import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import type { Owner } from 'backstage-plugin-security-posture-common';
import { securityPostureTranslationRef } from '../../translation';

/** The owner, linked to the catalog, and the team it is part of. */
export function OwnerName({ owner }: { owner: Owner }) {
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { entityRef, name = entityRef, parent } = owner;
  return (
    <Typography variant="body1" component="div">
      <strong>
        {entityRef ? (
          <EntityRefLink entityRef={entityRef} title={name} hideIcon />
        ) : (
          name
        )}
      </strong>
      {parent && (
        <Typography variant="body2" color="textSecondary" component="span">
          {' '}
          {t('owner.of')}{' '}
          <EntityRefLink
            entityRef={parent.entityRef}
            title={parent.name}
            hideIcon
          />
        </Typography>
      )}
    </Typography>
  );
}
