import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import type { ReactElement, ReactNode } from 'react';
import type { ListQuery } from '../../hooks/useListParams';
import type { Request } from '../../hooks/useRequest';
import type { Choices } from '../../listParams';
import { securityPostureTranslationRef } from '../../translation';
import { DataTable, Pagination, type DataTableProps } from '../DataTable';
import { PostureState } from '../PostureState';
import { RequestFailed } from '../RequestFailed';

interface Page<Row> {
  items: Row[];
  nextCursor?: string;
  totalItems: number;
}

export interface ListPanelProps<Row extends { id: string }>
  extends Pick<
    DataTableProps<Row>,
    'label' | 'columns' | 'nameOf' | 'details'
  > {
  request: Request<Page<Row>>;
  query: ListQuery<Choices>;
  filters: ReactNode;
  /** What is to be known about the rows that are shown. */
  remark?: string;
  /** What it means that there is nothing, when no filter explains it. */
  empty: ReactElement;
}

/** One page of a list with its filters, or what stands in its place. */
export function ListPanel<Row extends { id: string }>(
  props: ListPanelProps<Row>,
) {
  const { request, query, filters, remark, empty, ...table } = props;
  const { t } = useTranslationRef(securityPostureTranslationRef);
  const { value: page, failure, loading, retry } = request;

  if (failure) {
    return (
      <>
        {filters}
        <RequestFailed failure={failure} onRetry={retry} />
      </>
    );
  }
  if (!page) return <PostureState kind="loading" shape="list" />;
  if (page.totalItems === 0 && !query.filtered) return empty;
  if (page.totalItems === 0) {
    return (
      <>
        {filters}
        <PostureState kind="no-match">
          <Button variant="outlined" color="primary" onClick={query.clear}>
            {t('button.clearFilters')}
          </Button>
        </PostureState>
      </>
    );
  }
  const { nextCursor } = page;
  return (
    <>
      {filters}
      <DataTable
        {...table}
        rows={page.items}
        order={query.order}
        onSort={query.sort}
        busy={loading}
      />
      {remark && (
        <Typography variant="body2" color="textSecondary">
          {remark}
        </Typography>
      )}
      <Pagination
        pageIndex={query.pageIndex}
        limit={query.limit}
        count={page.items.length}
        totalItems={page.totalItems}
        onResize={query.resize}
        onPrevious={query.pageIndex > 0 ? query.previous : undefined}
        onNext={nextCursor ? () => query.next(nextCursor) : undefined}
      />
    </>
  );
}
