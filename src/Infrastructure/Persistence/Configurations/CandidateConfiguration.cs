using HotGigs.Domain.Candidates;
using HotGigs.Domain.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotGigs.Infrastructure.Persistence.Configurations;

internal sealed class CandidateConfiguration : IEntityTypeConfiguration<Candidate>
{
    public void Configure(EntityTypeBuilder<Candidate> builder)
    {
        builder.HasKey(candidate => candidate.Id);
        builder.Property(candidate => candidate.Id).ValueGeneratedNever();
        builder.Property(candidate => candidate.OwnerId).IsOpaque(User.MaxIdLength);
        builder.Property(candidate => candidate.UserId).IsOpaque(User.MaxIdLength);
        builder.Property(candidate => candidate.FullName).HasMaxLength(Candidate.MaxTextLength);
        builder.Property(candidate => candidate.Email).HasMaxLength(Candidate.MaxTextLength);
        builder.Property(candidate => candidate.Phone).HasMaxLength(Candidate.MaxTextLength);
        builder.Property(candidate => candidate.Location).HasMaxLength(Candidate.MaxTextLength);
        builder.Property(candidate => candidate.Title).HasMaxLength(Candidate.MaxTextLength);
        builder.Property(candidate => candidate.Skills).HasJsonConversion();
        builder.Property(candidate => candidate.TopSkills).HasJsonConversion();
        builder.Property(candidate => candidate.Experience).HasJsonConversion();
        builder.Property(candidate => candidate.Education).HasJsonConversion();
        builder.Property(candidate => candidate.Tags).HasJsonConversion();
        builder.Ignore(candidate => candidate.PendingEvents);

        // Within one database nobody is there twice: not under the same address, and not as the same user.
        builder.HasIndex(candidate => new { candidate.OwnerId, candidate.Email })
            .IsUnique()
            .HasFilter("[Email] IS NOT NULL AND [UserId] = ''");
        builder.HasIndex(candidate => candidate.UserId).IsUnique().HasFilter("[UserId] <> ''");
        builder.HasIndex(candidate => new { candidate.OwnerId, candidate.AddedAt });
        builder.HasIndex(candidate => candidate.AddedAt);
    }
}
