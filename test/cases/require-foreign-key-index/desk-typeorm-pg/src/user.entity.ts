// @complete: require-foreign-key-index
import { Column, Entity, JoinTable, ManyToMany, OneToMany, PrimaryGeneratedColumn } from 'typeorm';
import { Ticket } from './ticket.entity';

@Entity('users')
export class User {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ unique: true })
  email: string;

  @OneToMany(() => Ticket, (ticket) => ticket.author)
  tickets: Ticket[];

  // ok: require-foreign-key-index
  @ManyToMany(() => Ticket)
  @JoinTable()
  favourites: Ticket[];
}
