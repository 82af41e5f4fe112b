CREATE TABLE "audit_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"action" text NOT NULL,
	"actor" text,
	"subject" text DEFAULT '' NOT NULL,
	CONSTRAINT "audit_events_action_check" CHECK ("audit_events"."action" in ('signed_in', 'sign_in_refused', 'password_changed', 'second_factor_added', 'second_factor_removed', 'recovery_code_used', 'account_made', 'account_changed', 'account_deleted', 'invitation_made', 'token_made', 'token_revoked', 'share_made', 'share_revoked', 'cap_changed', 'ad_deleted'))
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "second_factor" jsonb;--> statement-breakpoint
CREATE INDEX "audit_events_at_idx" ON "audit_events" USING btree ("at");