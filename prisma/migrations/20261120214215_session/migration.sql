-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "recoveryCodes" TEXT[];

-- AlterTable
ALTER TABLE "OneTimeSignIn" ADD COLUMN     "purpose" TEXT NOT NULL DEFAULT 'sign-in';
