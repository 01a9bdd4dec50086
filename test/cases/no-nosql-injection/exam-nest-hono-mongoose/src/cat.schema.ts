import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose';
import { model } from 'mongoose';

@Schema()
export class Cat {
  @Prop() name!: string;
  @Prop() owner!: string;
}
export const CatSchema = SchemaFactory.createForClass(Cat);
export const CatModel = model('Cat', CatSchema);
