using HotGigs.Domain.Candidates;
using HotGigs.Domain.Jobs;
using HotGigs.Domain.Matching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotGigs.Infrastructure.Persistence.Configurations;

internal sealed class MatchConfiguration : IEntityTypeConfiguration<Match>
{
    public void Configure(EntityTypeBuilder<Match> builder)
    {
        builder.HasKey(match => match.Id);
        builder.Property(match => match.Id).ValueGeneratedNever();
        builder.Property(match => match.Explanation).HasMaxLength(Match.MaxExplanationLength);
        builder.Property(match => match.MatchingSkills).HasJsonConversion();
        builder.Property(match => match.MissingSkills).HasJsonConversion();
        builder.Property(match => match.Version).IsConcurrencyToken();
        builder.Ignore(match => match.IsToBeTold);
        builder.HasOne<Candidate>().WithMany().HasForeignKey(match => match.CandidateId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Job>().WithMany().HasForeignKey(match => match.JobId).OnDelete(DeleteBehavior.Cascade);

        builder.HasIndex(match => new { match.CandidateId, match.JobId }).IsUnique();
        // The lists, highest score first.
        builder.HasIndex(match => new { match.CandidateId, match.Score, match.Id });
        // With all that is counted of many jobs at once: reading the matches themselves would take ten times as long.
        builder.HasIndex(
            match => new { match.JobId, match.Score, match.Id, match.CandidateId, match.ViewedByRecruiter, match.CreatedAt },
            "IX_Matches_Overview");
    }
}
