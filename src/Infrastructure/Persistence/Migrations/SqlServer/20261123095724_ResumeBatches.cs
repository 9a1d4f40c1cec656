using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HotGigs.Infrastructure.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class ResumeBatches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Resumes_Queue",
                table: "Resumes");

            migrationBuilder.AddColumn<Guid>(
                name: "BatchId",
                table: "Resumes",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "QueuedFor",
                table: "Resumes",
                type: "datetimeoffset",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.CreateTable(
                name: "ResumeBatches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OwnerId = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CandidateOwnerId = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Source = table.Column<int>(type: "int", nullable: false),
                    SyncId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Label = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    NotifyWhenEmpty = table.Column<bool>(type: "bit", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    SealedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    CompletedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    AnnouncedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Round = table.Column<int>(type: "int", nullable: false),
                    TotalFiles = table.Column<int>(type: "int", nullable: false),
                    Successful = table.Column<int>(type: "int", nullable: false),
                    Failed = table.Column<int>(type: "int", nullable: false),
                    Refused = table.Column<int>(type: "int", nullable: false),
                    NextTurn = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResumeBatches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ResumeBatchFiles",
                columns: table => new
                {
                    BatchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Ordinal = table.Column<int>(type: "int", nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    ResumeId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Error = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResumeBatchFiles", x => new { x.BatchId, x.Ordinal });
                    table.ForeignKey(
                        name: "FK_ResumeBatchFiles_ResumeBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "ResumeBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Resumes_BatchId_Status_QueuedFor",
                table: "Resumes",
                columns: new[] { "BatchId", "Status", "QueuedFor" },
                filter: "[BatchId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Resumes_Queue",
                table: "Resumes",
                column: "QueuedFor",
                filter: "[AnnouncedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ResumeBatches_Open",
                table: "ResumeBatches",
                columns: new[] { "OwnerId", "NextTurn" },
                filter: "[CompletedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ResumeBatches_OwnerId_CreatedAt_Id",
                table: "ResumeBatches",
                columns: new[] { "OwnerId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ResumeBatches_SyncId",
                table: "ResumeBatches",
                column: "SyncId",
                filter: "[SyncId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ResumeBatches_Unannounced",
                table: "ResumeBatches",
                column: "CompletedAt",
                filter: "[AnnouncedAt] IS NULL AND [CompletedAt] IS NOT NULL");

            migrationBuilder.AddForeignKey(
                name: "FK_Resumes_ResumeBatches_BatchId",
                table: "Resumes",
                column: "BatchId",
                principalTable: "ResumeBatches",
                principalColumn: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Resumes_ResumeBatches_BatchId",
                table: "Resumes");

            migrationBuilder.DropTable(
                name: "ResumeBatchFiles");

            migrationBuilder.DropTable(
                name: "ResumeBatches");

            migrationBuilder.DropIndex(
                name: "IX_Resumes_BatchId_Status_QueuedFor",
                table: "Resumes");

            migrationBuilder.DropIndex(
                name: "IX_Resumes_Queue",
                table: "Resumes");

            migrationBuilder.DropColumn(
                name: "BatchId",
                table: "Resumes");

            migrationBuilder.DropColumn(
                name: "QueuedFor",
                table: "Resumes");

            migrationBuilder.CreateIndex(
                name: "IX_Resumes_Queue",
                table: "Resumes",
                column: "UploadedAt",
                filter: "[AnnouncedAt] IS NULL");
        }
    }
}
