CREATE TABLE "share_comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"share_id" uuid NOT NULL,
	"author" text NOT NULL,
	"text" text NOT NULL,
	"at_seconds" double precision,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"done_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "shares" ADD COLUMN "allows_comments" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "shares" ADD COLUMN "allows_approval" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "shares" ADD COLUMN "approved_by" text;--> statement-breakpoint
ALTER TABLE "shares" ADD COLUMN "approved_version" integer;--> statement-breakpoint
ALTER TABLE "shares" ADD COLUMN "approved_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "share_comments" ADD CONSTRAINT "share_comments_share_id_shares_id_fk" FOREIGN KEY ("share_id") REFERENCES "public"."shares"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "share_comments_share_id_idx" ON "share_comments" USING btree ("share_id","created_at");--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_approval_check" CHECK (num_nulls("shares"."approved_by", "shares"."approved_version", "shares"."approved_at") in (0, 3));