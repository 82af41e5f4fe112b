CREATE TABLE "api_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	CONSTRAINT "api_tokens_token_hash_key" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "auth_tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "brand_kits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kit" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"user_id" uuid NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer,
	"body" text,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY("user_id","key"),
	CONSTRAINT "idempotency_keys_answer_check" CHECK (("idempotency_keys"."status" is null) = ("idempotency_keys"."body" is null))
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"full_name" text NOT NULL,
	"role" text NOT NULL,
	"password_hash" text NOT NULL,
	"is_disabled" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "users_role_check" CHECK ("users"."role" in ('owner', 'member'))
);
--> statement-breakpoint
CREATE TABLE "assets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"approval" text DEFAULT 'pending' NOT NULL,
	"position" integer NOT NULL,
	"view" text,
	"version_number" integer DEFAULT 1 NOT NULL,
	"replaces_id" uuid,
	"is_superseded" boolean DEFAULT false NOT NULL,
	"parent_id" uuid,
	"scene_id" uuid,
	"prompt" text,
	"seed" integer NOT NULL,
	"provider" text,
	"model" text,
	"recipe" jsonb,
	"file_id" uuid,
	"poster_file_id" uuid,
	"extra_file_ids" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"aspect_ratio" text,
	"width" integer,
	"height" integer,
	"seconds" double precision,
	"trim_in_seconds" double precision,
	"trim_out_seconds" double precision,
	"warnings" text[] DEFAULT '{}' NOT NULL,
	"verdict" jsonb,
	"trouble" jsonb,
	"price_micros" bigint,
	"stage_run" integer DEFAULT 0 NOT NULL,
	"fence" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "assets_kind_check" CHECK ("assets"."kind" in ('photo', 'logo', 'image', 'clip', 'music', 'final')),
	CONSTRAINT "assets_status_check" CHECK ("assets"."status" in ('queued', 'running', 'ready', 'failed', 'cancelled')),
	CONSTRAINT "assets_approval_check" CHECK ("assets"."approval" in ('pending', 'approved', 'rejected')),
	CONSTRAINT "assets_view_check" CHECK ("assets"."view" in ('front', 'side', 'back', 'top', 'detail', 'lifestyle')),
	CONSTRAINT "assets_provider_check" CHECK ("assets"."provider" in ('studio', 'replicate')),
	CONSTRAINT "assets_aspect_ratio_check" CHECK ("assets"."aspect_ratio" in ('16:9', '9:16', '1:1', '4:5')),
	CONSTRAINT "assets_version_check" CHECK ("assets"."version_number" >= 1),
	CONSTRAINT "assets_price_check" CHECK ("assets"."price_micros" >= 0),
	CONSTRAINT "assets_trim_check" CHECK ("assets"."trim_in_seconds" < "assets"."trim_out_seconds")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"key" text NOT NULL,
	"mime_type" text NOT NULL,
	"bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "files_key_key" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "scenes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"image_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"role" text NOT NULL,
	"shot" text NOT NULL,
	"camera" text NOT NULL,
	"motion_prompt" text NOT NULL,
	"motion_intensity" double precision NOT NULL,
	"seconds" double precision NOT NULL,
	"on_screen_text" text NOT NULL,
	CONSTRAINT "scenes_role_check" CHECK ("scenes"."role" in ('hook', 'problem', 'product', 'benefit', 'proof', 'cta')),
	CONSTRAINT "scenes_shot_check" CHECK ("scenes"."shot" in ('extreme-close-up', 'close-up', 'medium', 'wide', 'overhead', 'macro')),
	CONSTRAINT "scenes_camera_check" CHECK ("scenes"."camera" in ('static', 'push-in', 'pull-out', 'pan-left', 'pan-right', 'tilt-up', 'tilt-down', 'orbit', 'float', 'light-sweep', 'rack-focus', 'handheld', 'crane')),
	CONSTRAINT "scenes_motion_intensity_check" CHECK ("scenes"."motion_intensity" between 0 and 1)
);
--> statement-breakpoint
CREATE TABLE "progress_events" (
	"session_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"stage" text NOT NULL,
	"progress" double precision NOT NULL,
	"overall" double precision NOT NULL,
	"message" text NOT NULL,
	"metadata" jsonb NOT NULL,
	"error" text,
	"retry_available" boolean,
	"asset_count" integer,
	"current_cost_micros" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "progress_events_pkey" PRIMARY KEY("session_id","seq"),
	CONSTRAINT "progress_events_stage_check" CHECK ("progress_events"."stage" in ('prompt_parsing', 'image_generation', 'scene_planning', 'clip_generation', 'composition', 'complete')),
	CONSTRAINT "progress_events_percent_check" CHECK ("progress_events"."progress" between 0 and 100 and "progress_events"."overall" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"title" text NOT NULL,
	"prompt" text NOT NULL,
	"options" jsonb NOT NULL,
	"review" boolean NOT NULL,
	"seed" integer NOT NULL,
	"status" text DEFAULT 'created' NOT NULL,
	"resume_status" text,
	"brief" jsonb,
	"scene_prompt" text DEFAULT '' NOT NULL,
	"clip_seconds" double precision,
	"finish" jsonb,
	"trouble" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"stage_run" integer DEFAULT 0 NOT NULL,
	"cap_micros" bigint NOT NULL,
	"spent_micros" bigint DEFAULT 0 NOT NULL,
	"held_micros" bigint DEFAULT 0 NOT NULL,
	"last_seq" integer DEFAULT 0 NOT NULL,
	"overall" double precision DEFAULT 0 NOT NULL,
	"last_message" text,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "sessions_status_check" CHECK ("sessions"."status" in ('created', 'parsing_prompt', 'reviewing_brief', 'generating_images', 'reviewing_images', 'planning_scenes', 'reviewing_scenes', 'generating_videos', 'reviewing_videos', 'composing', 'completed', 'failed', 'cancelled', 'paused_for_budget')),
	CONSTRAINT "sessions_resume_status_check" CHECK ("sessions"."resume_status" in ('created', 'parsing_prompt', 'reviewing_brief', 'generating_images', 'reviewing_images', 'planning_scenes', 'reviewing_scenes', 'generating_videos', 'reviewing_videos', 'composing', 'completed', 'failed', 'cancelled', 'paused_for_budget')),
	CONSTRAINT "sessions_money_check" CHECK ("sessions"."spent_micros" >= 0 and "sessions"."held_micros" >= 0),
	CONSTRAINT "sessions_cap_check" CHECK ("sessions"."spent_micros" + "sessions"."held_micros" <= "sessions"."cap_micros")
);
--> statement-breakpoint
CREATE TABLE "shares" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"token" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "socket_tickets" (
	"hash" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "budget_holds" (
	"attempt_id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"day" date NOT NULL,
	"amount_micros" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "budget_holds_amount_check" CHECK ("budget_holds"."amount_micros" > 0)
);
--> statement-breakpoint
CREATE TABLE "daily_spending" (
	"user_id" uuid NOT NULL,
	"day" date NOT NULL,
	"held_micros" bigint DEFAULT 0 NOT NULL,
	"spent_micros" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "daily_spending_pkey" PRIMARY KEY("user_id","day"),
	CONSTRAINT "daily_spending_money_check" CHECK ("daily_spending"."held_micros" >= 0 and "daily_spending"."spent_micros" >= 0)
);
--> statement-breakpoint
CREATE TABLE "generation_costs" (
	"attempt_id" uuid PRIMARY KEY NOT NULL,
	"units" double precision NOT NULL,
	"unit_name" text NOT NULL,
	"estimate_micros" bigint NOT NULL,
	"actual_micros" bigint,
	"duration_ms" integer,
	CONSTRAINT "generation_costs_actual_check" CHECK ("generation_costs"."actual_micros" between 0 and "generation_costs"."estimate_micros")
);
--> statement-breakpoint
CREATE TABLE "provider_attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"asset_id" uuid,
	"stage" text NOT NULL,
	"provider" text NOT NULL,
	"model" text NOT NULL,
	"input_hash" text NOT NULL,
	"external_id" text,
	"state" text DEFAULT 'open' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"ordinal" bigint GENERATED ALWAYS AS IDENTITY (sequence name "provider_attempts_ordinal_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	CONSTRAINT "provider_attempts_stage_check" CHECK ("provider_attempts"."stage" in ('brief', 'image', 'scene_plan', 'clip', 'music', 'composition')),
	CONSTRAINT "provider_attempts_state_check" CHECK ("provider_attempts"."state" in ('open', 'succeeded', 'failed', 'cancelled', 'unknown'))
);
--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_tokens" ADD CONSTRAINT "auth_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brand_kits" ADD CONSTRAINT "brand_kits_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assets" ADD CONSTRAINT "assets_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assets" ADD CONSTRAINT "assets_replaces_id_assets_id_fk" FOREIGN KEY ("replaces_id") REFERENCES "public"."assets"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assets" ADD CONSTRAINT "assets_parent_id_assets_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."assets"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assets" ADD CONSTRAINT "assets_scene_id_scenes_id_fk" FOREIGN KEY ("scene_id") REFERENCES "public"."scenes"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assets" ADD CONSTRAINT "assets_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assets" ADD CONSTRAINT "assets_poster_file_id_files_id_fk" FOREIGN KEY ("poster_file_id") REFERENCES "public"."files"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenes" ADD CONSTRAINT "scenes_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenes" ADD CONSTRAINT "scenes_image_id_assets_id_fk" FOREIGN KEY ("image_id") REFERENCES "public"."assets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress_events" ADD CONSTRAINT "progress_events_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "socket_tickets" ADD CONSTRAINT "socket_tickets_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "socket_tickets" ADD CONSTRAINT "socket_tickets_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_holds" ADD CONSTRAINT "budget_holds_attempt_id_provider_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."provider_attempts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_holds" ADD CONSTRAINT "budget_holds_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_holds" ADD CONSTRAINT "budget_holds_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "daily_spending" ADD CONSTRAINT "daily_spending_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "generation_costs" ADD CONSTRAINT "generation_costs_attempt_id_provider_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."provider_attempts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_attempts" ADD CONSTRAINT "provider_attempts_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_attempts" ADD CONSTRAINT "provider_attempts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_attempts" ADD CONSTRAINT "provider_attempts_asset_id_assets_id_fk" FOREIGN KEY ("asset_id") REFERENCES "public"."assets"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_tokens_user_id_idx" ON "api_tokens" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "auth_tokens_user_id_idx" ON "auth_tokens" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "brand_kits_user_id_idx" ON "brand_kits" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_created_at_idx" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_key" ON "users" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "assets_session_id_idx" ON "assets" USING btree ("session_id","position");--> statement-breakpoint
CREATE INDEX "assets_parent_id_idx" ON "assets" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "assets_scene_id_idx" ON "assets" USING btree ("scene_id");--> statement-breakpoint
CREATE INDEX "assets_file_id_idx" ON "assets" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "assets_poster_file_id_idx" ON "assets" USING btree ("poster_file_id");--> statement-breakpoint
CREATE UNIQUE INDEX "assets_replaces_id_key" ON "assets" USING btree ("replaces_id");--> statement-breakpoint
CREATE INDEX "files_session_id_idx" ON "files" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "scenes_session_id_position_idx" ON "scenes" USING btree ("session_id","position");--> statement-breakpoint
CREATE INDEX "scenes_image_id_idx" ON "scenes" USING btree ("image_id");--> statement-breakpoint
CREATE INDEX "sessions_user_id_created_at_idx" ON "sessions" USING btree ("user_id","created_at","id");--> statement-breakpoint
CREATE INDEX "sessions_updated_at_idx" ON "sessions" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX "sessions_deleted_at_idx" ON "sessions" USING btree ("deleted_at") WHERE "sessions"."deleted_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "shares_token_key" ON "shares" USING btree ("token");--> statement-breakpoint
CREATE INDEX "shares_session_id_idx" ON "shares" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "budget_holds_session_id_idx" ON "budget_holds" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "provider_attempts_session_id_idx" ON "provider_attempts" USING btree ("session_id","stage","ordinal");--> statement-breakpoint
CREATE INDEX "provider_attempts_asset_id_idx" ON "provider_attempts" USING btree ("asset_id");--> statement-breakpoint
CREATE INDEX "provider_attempts_unfinished_idx" ON "provider_attempts" USING btree ("ordinal") WHERE "provider_attempts"."state" in ('open', 'unknown');