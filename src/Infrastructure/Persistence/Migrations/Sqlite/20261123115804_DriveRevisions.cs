using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HotGigs.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DriveRevisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_GoogleDriveFiles_GoogleDriveSyncs_SyncId",
                table: "GoogleDriveFiles");

            migrationBuilder.DropIndex(
                name: "IX_ResumeBatches_SyncId",
                table: "ResumeBatches");

            migrationBuilder.AlterColumn<Guid>(
                name: "SyncId",
                table: "GoogleDriveFiles",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddForeignKey(
                name: "FK_GoogleDriveFiles_GoogleDriveSyncs_SyncId",
                table: "GoogleDriveFiles",
                column: "SyncId",
                principalTable: "GoogleDriveSyncs",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_GoogleDriveFiles_GoogleDriveSyncs_SyncId",
                table: "GoogleDriveFiles");

            migrationBuilder.AlterColumn<Guid>(
                name: "SyncId",
                table: "GoogleDriveFiles",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_ResumeBatches_SyncId",
                table: "ResumeBatches",
                column: "SyncId",
                filter: "[SyncId] IS NOT NULL");

            migrationBuilder.AddForeignKey(
                name: "FK_GoogleDriveFiles_GoogleDriveSyncs_SyncId",
                table: "GoogleDriveFiles",
                column: "SyncId",
                principalTable: "GoogleDriveSyncs",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
