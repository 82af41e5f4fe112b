CREATE TABLE "job_runs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "job_runs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"session_id" uuid NOT NULL,
	"asset_id" uuid,
	"job" text NOT NULL,
	"is_done" boolean NOT NULL,
	"waited_ms" integer NOT NULL,
	"took_ms" integer NOT NULL,
	"cpu_ms" integer NOT NULL,
	"peak_bytes" bigint NOT NULL,
	"programs" jsonb NOT NULL,
	"ended_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "job_runs" ADD CONSTRAINT "job_runs_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_runs" ADD CONSTRAINT "job_runs_asset_id_assets_id_fk" FOREIGN KEY ("asset_id") REFERENCES "public"."assets"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "job_runs_session_id_idx" ON "job_runs" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "job_runs_asset_id_idx" ON "job_runs" USING btree ("asset_id");