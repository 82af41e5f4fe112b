ALTER TABLE "assets" ADD COLUMN "origin" text;--> statement-breakpoint
UPDATE "assets" SET "origin" = CASE
  WHEN "kind" IN ('photo', 'logo') THEN 'uploaded'
  WHEN "kind" = 'music' AND "provider" IS NULL AND "file_id" IS NOT NULL THEN 'uploaded'
  ELSE 'made'
END;--> statement-breakpoint
ALTER TABLE "assets" ALTER COLUMN "origin" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "assets" ADD CONSTRAINT "assets_origin_check" CHECK ("assets"."origin" in ('uploaded', 'made'));
