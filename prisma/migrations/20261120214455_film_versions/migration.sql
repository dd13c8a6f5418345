-- AlterTable
ALTER TABLE "Output" DROP CONSTRAINT "Output_pkey",
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD CONSTRAINT "Output_pkey" PRIMARY KEY ("productionId", "revision", "version", "name");
