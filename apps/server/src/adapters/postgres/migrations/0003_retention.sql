ALTER TABLE "sessions" ADD COLUMN "is_pinned" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "remove_after" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "sessions_remove_after_idx" ON "sessions" USING btree ("remove_after") WHERE "sessions"."remove_after" is not null;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_pinned_check" CHECK ("sessions"."remove_after" is null or not "sessions"."is_pinned");