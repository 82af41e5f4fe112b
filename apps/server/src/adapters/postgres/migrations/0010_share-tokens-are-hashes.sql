DROP INDEX "shares_token_key";--> statement-breakpoint
ALTER TABLE "shares" ALTER COLUMN "token_hash" SET NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "shares_token_hash_key" ON "shares" USING btree ("token_hash");--> statement-breakpoint
ALTER TABLE "shares" DROP COLUMN "token";