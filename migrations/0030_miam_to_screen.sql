-- Whether there is such a MIAM of a party, for whoever is about to write down how safe it is: their purpose reads nothing of the record.
CREATE FUNCTION ev.miam_to_screen(p_miam uuid, p_case uuid, p_side text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE seen text := ev.row_scope();
BEGIN
  IF seen IS NULL OR current_setting('role') NOT LIKE '%\_screening' THEN RETURN false; END IF;
  IF seen = 'any' AND p_case = ANY (ev.walled_cases()) OR seen <> 'any' AND p_case <> ALL (ev.cases_in_scope()) THEN RETURN false; END IF;
  RETURN EXISTS (SELECT FROM ev.miam_record m WHERE m.id = p_miam AND m.case_id = p_case AND m.zone = p_side);
END $$;
