using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HotGigs.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MatchingOverview : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Matches_JobId_Score_Id",
                table: "Matches");

            migrationBuilder.CreateIndex(
                name: "IX_Matches_JobId_Score_Id",
                table: "Matches",
                columns: new[] { "JobId", "Score", "Id", "CandidateId", "ViewedByRecruiter", "CreatedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Matches_JobId_Score_Id",
                table: "Matches");

            migrationBuilder.CreateIndex(
                name: "IX_Matches_JobId_Score_Id",
                table: "Matches",
                columns: new[] { "JobId", "Score", "Id" });
        }
    }
}
