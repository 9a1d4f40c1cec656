using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HotGigs.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Overviews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Matches_JobId_Score_Id",
                table: "Matches");

            migrationBuilder.CreateIndex(
                name: "IX_Resumes_Failed",
                table: "Resumes",
                columns: new[] { "Status", "ProcessingCompletedAt" },
                filter: "[Status] = 4");

            migrationBuilder.CreateIndex(
                name: "IX_Resumes_Unfinished",
                table: "Resumes",
                columns: new[] { "UploadedBy", "UploadedAt", "Id" },
                filter: "[BatchId] IS NULL AND [Status] <> 3");

            migrationBuilder.CreateIndex(
                name: "IX_Matches_Overview",
                table: "Matches",
                columns: new[] { "JobId", "Score", "Id", "CandidateId", "ViewedByRecruiter", "CreatedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Resumes_Failed",
                table: "Resumes");

            migrationBuilder.DropIndex(
                name: "IX_Resumes_Unfinished",
                table: "Resumes");

            migrationBuilder.DropIndex(
                name: "IX_Matches_Overview",
                table: "Matches");

            migrationBuilder.CreateIndex(
                name: "IX_Matches_JobId_Score_Id",
                table: "Matches",
                columns: new[] { "JobId", "Score", "Id" });
        }
    }
}
