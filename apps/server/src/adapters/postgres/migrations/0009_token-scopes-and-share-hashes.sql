ALTER TABLE "api_tokens" ADD COLUMN "scope" text DEFAULT 'make' NOT NULL;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD COLUMN "made_by_id" uuid;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD COLUMN "expires_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "shares" ADD COLUMN "token_hash" text;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_made_by_id_api_tokens_id_fk" FOREIGN KEY ("made_by_id") REFERENCES "public"."api_tokens"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_tokens_made_by_id_idx" ON "api_tokens" USING btree ("made_by_id");--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_scope_check" CHECK ("api_tokens"."scope" in ('read', 'make', 'manage'));--> statement-breakpoint
-- Tokens of before may do what their makers may, as they could until now.
UPDATE "api_tokens" SET "scope" = 'manage';--> statement-breakpoint
UPDATE "shares" SET "token_hash" = encode(sha256(convert_to("token", 'UTF8')), 'hex');
