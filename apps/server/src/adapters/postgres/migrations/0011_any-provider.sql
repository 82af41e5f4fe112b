ALTER TABLE "assets" DROP CONSTRAINT "assets_provider_check";--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "preferences" SET DEFAULT '{"max_cost_usd":null,"daily_cap_usd":null,"provider":null,"image_provider":null,"clip_provider":null,"music_provider":null,"image_model":null,"clip_model":null,"music_model":null}'::jsonb;--> statement-breakpoint
UPDATE "users" SET "preferences" = '{"image_provider":null,"clip_provider":null,"music_provider":null}'::jsonb || "preferences";
